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

namespace Medway.LocalOffer.Ehcp.Features.My.SeeOwnRecords;

/// <summary>Where a family is: only ever what the person who is signed in may see.</summary>
internal sealed record SeeOwnRecords : IQuery<OwnRecords>, IReadsPeople
{
    public Permission Permission => EhcpPermissions.Own;

    public AuditEvent Event => EhcpAudit.Viewed;

    public string SubjectKind => EhcRecord.Subject;

    public Guid? SubjectId => null;

    public string? Purpose => null;
}

internal sealed record OwnRecords(IReadOnlyList<OwnRecord> Records, DocumentsAnswer Door, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

/// <param name="Name">Given name of the child or young person.</param>
/// <param name="By">By when somebody acts next; null when nothing is due.</param>
/// <param name="Advice">Who was asked for advice.</param>
/// <param name="Dates">Every open date of the law, for those who want to know.</param>
internal sealed record OwnRecord(
    string Reference, string Name, DateOnly ReceivedOn, Stage Stage, DueDate? By, IReadOnlyList<DueDate> Advice, IReadOnlyList<DueDate> Dates, IReadOnlyList<Happening> Happened)
{
    /// <summary>Whoever looks after the record today: the officer, or who covers while they are away. Null when their account is closed.</summary>
    public string? Officer { get; init; }

    /// <summary>To come, the nearest first.</summary>
    public IReadOnlyList<Appointment> Appointments { get; init; } = [];

    /// <summary>What they were told of a no, with the reasons as the officer released them; empty while there is none. Read with documents open only: null until then.</summary>
    public IReadOnlyList<string>? Decision { get; init; } = [];
}

internal sealed class SeeOwnRecordsHandler(EhcpDbContext context, RecordReader reader, HeldDecisions held, Viewers viewers, IDocumentsDoor door, IPeople people, IStaffNames staff, Actor actor, TimeProvider clock)
    : IRequestHandler<SeeOwnRecords, Outcome<OwnRecords>>
{
    public async Task<Outcome<OwnRecords>> Handle(SeeOwnRecords request, CancellationToken cancellationToken)
    {
        if (actor.PersonId is not { } person)
        {
            return Outcome.NotFound;
        }

        var now = clock.GetUtcNow();
        List<ReadRecord> reads = [];
        foreach (var id in await viewers.RecordsForAsync(person, cancellationToken))
        {
            if (await reader.ReadAsync(id, null, cancellationToken) is { Child: not null } known)
            {
                reads.Add(await held.AsToldAsync(known, person, told: null, cancellationToken));
            }
        }

        List<Guid> children = [.. reads.Select(read => read.Child!.Id).Distinct()];
        var names = await people.NamesAsync(children, cancellationToken);
        var officers = await staff.OfAsync([.. reads.Select(OfficerOf).Distinct()], cancellationToken);
        var answer = await door.AskAsync(cancellationToken);
        List<OwnRecord> records = [];
        foreach (var read in reads)
        {
            var stage = Stages.Of(read.Happened);
            records.Add(new OwnRecord(
                read.Record.Reference, names[read.Child!.Id].Given, read.Record.ReceivedOn, stage,
                NextOf(read, stage),
                [.. read.Dates.Where(date => date.Rule.Code == "T04")],
                [.. read.Dates.Where(date => date is { IsOpen: true, Rule.Kind: RuleKind.Law } && !IsPast(date)).OrderBy(date => date.Day)],
                read.Happened)
            {
                Officer = officers.GetValueOrDefault(OfficerOf(read)),
                Appointments = await context.Appointments.AsNoTracking().Where(one => one.RecordId == read.Record.Id && one.CalledOffAt == null && one.StartsAt > now)
                    .OrderBy(one => one.StartsAt).ToListAsync(cancellationToken),
                Decision = await DecisionAsync(read, person, cancellationToken) is var told && (told.Count == 0 || answer == DocumentsAnswer.Open) ? told : null,
            });
        }

        return new OwnRecords(records, answer, children);
    }

    /// <summary>The family's own time is over: no day to come. What the council owes stays, late as it is.</summary>
    private bool IsPast(DueDate date) => date.Rule.Whose == Actors.Family && date.Day < clock.Today();

    private static string OfficerOf(ReadRecord read) => $"{read.Record.CoverId ?? read.Record.CoordinatorId}";

    /// <summary>The family's own time while it is their turn, and after a no; else what somebody else must do next.</summary>
    private DueDate? NextOf(ReadRecord read, Stage stage) => stage switch
    {
        Stage.DraftYourTurn or Stage.ChangesYourTurn => read.Dates.LastOrDefault(date => date is { IsOpen: true, Rule.Code: "T07" or "R08" }),
        _ when Stages.IsOver(stage) => read.Dates.LastOrDefault(date => date is { IsOpen: true, Rule.Code: "T23" } && date.Day >= clock.Today()),
        _ => EhcRecord.NextOf(read.Dates),
    };

    private async Task<IReadOnlyList<string>> DecisionAsync(ReadRecord read, Guid person, CancellationToken cancellationToken)
    {
        if (read.Happened.LastOrDefault(one => HeldDecisions.IsNo(one.Kind)) is not { } decision || !Stages.IsOver(Stages.Of(read.Happened)))
        {
            return [];
        }

        var ids = await people.RecordsOfAsync(person, cancellationToken);
        var words = await context.Touchpoints.AsNoTracking()
            .Where(one => one.EventId == decision.Id && ids.Contains(one.PersonId) && one.State == TouchpointState.Made && one.Words != null).OrderBy(one => one.Code).Select(one => one.Words!).ToListAsync(cancellationToken);
        return words;
    }
}
