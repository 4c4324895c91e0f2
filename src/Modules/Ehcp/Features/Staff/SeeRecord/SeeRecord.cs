using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeRecord;

/// <summary>One record with its dates. Everybody whose name stands on it is written down as seen.</summary>
/// <param name="BelievedAt">As it was believed at this moment; null is now.</param>
internal sealed record SeeRecord(Guid Id, DateTimeOffset? BelievedAt = null) : IQuery<RecordView>, IReadsPeople, IActsOn
{
    public Permission Permission => EhcpPermissions.View;

    public AuditEvent Event => EhcpAudit.Viewed;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => Id;

    Guid? IReadsPeople.SubjectId => Id;

    public string? Purpose => null;
}

/// <param name="Happened">What is believed, in order.</param>
/// <param name="Events">What is believed and, when it is asked about now, what was taken back too.</param>
/// <param name="Next">What an officer may record now.</param>
/// <param name="SwitchOn">From when decisions rest with the young person; null when the birth date is not known.</param>
internal sealed record RecordView(
    EhcRecord Record, string Child, DateOnly? BornOn, string? Coordinator, IReadOnlyList<PartyRow> Parties, IReadOnlyList<DueDate> Dates,
    IReadOnlyList<Happening> Happened, IReadOnlyList<EhcEvent> Events, IReadOnlyList<EventKind> Next, DateOnly? SwitchOn, bool IsYoungPerson, IReadOnlyList<TouchpointRow> Touchpoints,
    IReadOnlyList<Guid> PersonIds) : IShowsPeople
{
    /// <summary>References of other open records, since two rows turned out to be this child.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}

/// <param name="Page">Where an officer deals with it, below the record; null when there is nothing to do.</param>
/// <param name="AnswerPage">Where an officer writes down how it was for them, when they say it by phone; null when it is not asked.</param>
/// <param name="Name">Of the person whose ledger it is.</param>
internal sealed record TouchpointRow(string? Page, string? AnswerPage, string Code, string Title, string Name, DateOnly DueOn, TouchpointState State, DateTimeOffset? SettledAt);

internal sealed record PartyRow(Guid PersonId, string Name, string What, bool IsAsker);

internal sealed class SeeRecordHandler(EhcpDbContext context, RecordReader reader, Parties parties, IPeople people, IStaffNames staff, TimeProvider clock) : IRequestHandler<SeeRecord, Outcome<RecordView>>
{
    public async Task<Outcome<RecordView>> Handle(SeeRecord request, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(request.Id, request.BelievedAt, cancellationToken) is not { Child: { } child } read)
        {
            return Outcome.NotFound;
        }

        var today = clock.Today();
        var record = read.Record;
        var concerned = await parties.OfAsync(child, today, cancellationToken);
        var ledger = await (
            from touchpoint in context.Touchpoints.AsNoTracking()
            join kind in context.TouchpointKinds on touchpoint.Code equals kind.Code
            where touchpoint.RecordId == record.Id
            orderby touchpoint.DueOn, touchpoint.Code, touchpoint.Id
            select new { touchpoint, kind, IsAnswered = context.Answers.Any(answer => answer.TouchpointId == touchpoint.Id) }).ToListAsync(cancellationToken);
        List<Guid> shown = [.. new[] { child.Id }.Concat(concerned.Select(party => party.PersonId)).Concat(ledger.Select(row => row.touchpoint.PersonId)).Distinct()];
        var names = await people.NamesAsync(shown, cancellationToken);
        var moment = request.BelievedAt ?? clock.GetUtcNow();
        var coordinator = $"{record.CoordinatorId}";
        var askers = record.AskerId is { } asker ? await people.RecordsOfAsync(asker, cancellationToken) : [];
        return new RecordView(
            record, names[child.Id].Full, child.BornOn, (await staff.OfAsync([coordinator], cancellationToken)).GetValueOrDefault(coordinator),
            [.. concerned.Select(party => new PartyRow(
                party.PersonId, names[party.PersonId].Full,
                party.Kind is { } kind ? $"{EhcpWords.Of(kind)}{(party.HasResponsibility ? ", with parental responsibility" : "")}" : "The young person: decisions are theirs",
                askers.Contains(party.PersonId)))],
            read.Dates, read.Happened,
            [.. read.Events.Where(one => one.RecordedAt <= moment && (request.BelievedAt is null || !(one.WithdrawnAt <= moment)))],
            request.BelievedAt is null ? Sequence.Next(read.Happened) : [],
            child.BornOn is { } born ? Ages.SwitchDay(born) : null, Ages.IsYoungPerson(child.BornOn, today),
            [.. ledger.Select(row => new TouchpointRow(
                TouchpointWords.PageOf(row.touchpoint), row.IsAnswered ? null : TouchpointWords.AnswerPageOf(row.touchpoint), row.kind.Code, row.kind.Title, names.TryGetValue(row.touchpoint.PersonId, out var name) ? name.Full : "Not known",
                row.touchpoint.DueOn, row.touchpoint.State, row.touchpoint.SettledAt))],
            shown)
        {
            Others = record.IsOver ? [] : await context.Records.AsNoTracking().Where(other => other.ChildId == record.ChildId && !other.IsOver && other.Id != record.Id)
                .OrderBy(other => other.Id).Select(other => other.Reference).ToListAsync(cancellationToken),
        };
    }
}
