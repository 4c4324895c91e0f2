using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
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

internal sealed record OwnRecords(IReadOnlyList<OwnRecord> Records, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

/// <param name="Name">Given name of the child or young person.</param>
/// <param name="By">By when somebody acts next; null when nothing is due.</param>
/// <param name="Advice">Who was asked for advice.</param>
/// <param name="Dates">Every open date of the law, for those who want to know.</param>
internal sealed record OwnRecord(
    string Reference, string Name, DateOnly ReceivedOn, Stage Stage, DueDate? By, IReadOnlyList<DueDate> Advice, IReadOnlyList<DueDate> Dates, IReadOnlyList<Happening> Happened)
{
    /// <summary>To come, the nearest first.</summary>
    public IReadOnlyList<Appointment> Appointments { get; init; } = [];
}

internal sealed class SeeOwnRecordsHandler(EhcpDbContext context, RecordReader reader, Viewers viewers, IPeople people, Actor actor, TimeProvider clock) : IRequestHandler<SeeOwnRecords, Outcome<OwnRecords>>
{
    public async Task<Outcome<OwnRecords>> Handle(SeeOwnRecords request, CancellationToken cancellationToken)
    {
        if (actor.PersonId is not { } person)
        {
            return Outcome.NotFound;
        }

        var now = clock.GetUtcNow();
        List<OwnRecord> records = [];
        List<Guid> shown = [];
        foreach (var id in await viewers.RecordsForAsync(person, cancellationToken))
        {
            if (await reader.ReadAsync(id, null, cancellationToken) is { Child: { } child } read)
            {
                var name = (await people.NamesAsync([child.Id], cancellationToken))[child.Id].Given;
                var stage = Stages.Of(read.Happened);
                var familys = read.Dates.LastOrDefault(date => date is { IsOpen: true, Rule.Code: "T07" or "R08" });
                records.Add(new OwnRecord(
                    read.Record.Reference, name, read.Record.ReceivedOn, stage,
                    stage is Stage.DraftYourTurn or Stage.ChangesYourTurn ? familys : EhcRecord.NextOf(read.Dates),
                    [.. read.Dates.Where(date => date.Rule.Code == "T04")],
                    [.. read.Dates.Where(date => date is { IsOpen: true, Rule.Kind: RuleKind.Law }).OrderBy(date => date.Day)],
                    read.Happened)
                {
                    Appointments = await context.Appointments.AsNoTracking().Where(one => one.RecordId == id && one.CalledOffAt == null && one.StartsAt > now)
                        .OrderBy(one => one.StartsAt).ToListAsync(cancellationToken),
                });
                shown.Add(child.Id);
            }
        }

        return new OwnRecords(records, [.. shown.Distinct()]);
    }
}
