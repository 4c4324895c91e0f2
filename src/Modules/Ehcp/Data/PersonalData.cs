using Medway.LocalOffer.Ehcp.Facts;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>What Ehcp holds about a child or young person. Nothing is erased while the council has not said how long it keeps records of children.</summary>
internal sealed class PersonalData(EhcpDbContext context, IPeople people) : IPersonalData
{
    public string Holder => "EHC records";

    public async Task<IReadOnlyList<PersonalRecord>> ExportAsync(Guid personId, CancellationToken cancellationToken)
    {
        List<PersonalRecord> copy = [];
        foreach (var record in await OfAsync(personId, cancellationToken))
        {
            copy.Add(new PersonalRecord(
                "Your EHC record", record.RecordedAt,
                [new("Reference", record.Reference), new("Request received", record.ReceivedOn.Long()), new("Asked for by", EhcpWords.Of(record.AskedBy)), new("What came with it", record.Evidence)]));
            var events = await context.Events.AsNoTracking().Where(one => one.RecordId == record.Id).OrderBy(one => one.HappenedOn).ThenBy(one => one.RecordedAt).ToListAsync(cancellationToken);
            copy.AddRange(events.Select(one => new PersonalRecord(
                "What happened on your EHC record", one.RecordedAt,
                [
                    new("What", EhcpWords.Of(one.Kind, one.Adviser)), new("On", one.HappenedOn.Long()), new("Exception", one.Ground is { } ground ? EhcpWords.Of(ground) : ""),
                    new("Reasons", one.Note ?? ""), new("Taken back", one.WithdrawnAt?.Moment() ?? ""), new("Why it was taken back", one.WithdrawnBecause ?? ""),
                ])));
            copy.AddRange(await DecidedAsync(record.Id, cancellationToken));
        }

        return copy;
    }

    /// <summary>How the request was looked at and decided. Who sat on a panel is not the family's data.</summary>
    private async Task<IEnumerable<PersonalRecord>> DecidedAsync(Guid recordId, CancellationToken cancellationToken)
    {
        var screenings = await context.Screenings.AsNoTracking().Where(one => one.RecordId == recordId).ToListAsync(cancellationToken);
        var heard = await (
            from item in context.PanelItems.AsNoTracking()
            join panel in context.Panels on item.PanelId equals panel.Id
            where item.RecordId == recordId
            orderby panel.HeldOn
            select new { panel.Kind, panel.HeldOn, item.Outcome, item.Reasons, item.AddedAt }).ToListAsync(cancellationToken);
        var meetings = await context.WayForwardMeetings.AsNoTracking().Where(one => one.RecordId == recordId).OrderBy(one => one.RecordedAt).ToListAsync(cancellationToken);
        var chases = await context.AdviceChases.AsNoTracking()
            .Where(chase => context.Events.Any(one => one.Id == chase.EventId && one.RecordId == recordId)).OrderBy(chase => chase.RecordedAt).ToListAsync(cancellationToken);
        var advice = await (
            from ask in context.AdviceAsks.AsNoTracking()
            join asked in context.Events on ask.EventId equals asked.Id
            where asked.RecordId == recordId && ask.SentAt != null
            orderby ask.SentAt
            select new { asked.Adviser, ask.SentAt, ask.Advice }).ToListAsync(cancellationToken);
        var facts = await context.Facts.AsNoTracking().Where(fact => fact.RecordId == recordId && fact.PersonId == null).OrderBy(fact => fact.RecordedAt).ToListAsync(cancellationToken);
        return
        [
            .. facts.Select(fact => new PersonalRecord("What we were told about you", fact.RecordedAt, [new("About", FactWords.Of(fact.Topic)), new("From", EhcpWords.Of(fact.Source)), new("What", fact.Words)])),
            .. advice.Select(one => new PersonalRecord("Advice about you", one.SentAt, [new("From", EhcpWords.Of(one.Adviser!.Value)), new("Advice", one.Advice ?? "")])),
            .. screenings.Select(one => new PersonalRecord(
                "How your request was looked at when it came", one.RecordedAt, [new("On", one.ScreenedOn.Long()), new("Found", PanelWords.Of(one.Outcome)), new("Note", one.Note)])),
            .. heard.Select(one => new PersonalRecord(
                "A panel about your request", one.AddedAt,
                [new("Panel", PanelWords.Of(one.Kind)), new("On", one.HeldOn.Long()), new("It said", one.Outcome is { } said ? PanelWords.Of(said) : ""), new("Reasons", one.Reasons ?? "")])),
            .. meetings.Select(one => new PersonalRecord(
                "A meeting after a no", one.RecordedAt, [new("On", one.On.Long()), new("What became of it", PanelWords.Of(one.State)), new("Note", one.Note)])),
            .. chases.Select(one => new PersonalRecord("We asked again for advice", one.RecordedAt, [new("On", one.On.Long()), new("Answer", one.Answer)])),
        ];
    }

    public async Task<IReadOnlyList<ErasureStep>> PlanErasureAsync(Guid personId, CancellationToken cancellationToken) =>
        (await OfAsync(personId, cancellationToken)).Count is > 0 and var count
            ? [new ErasureStep("EHC records", count, "The council has not decided yet how long records of children are kept")]
            : [];

    /// <summary>The plan keeps everything, so there is nothing to erase.</summary>
    public Task EraseAsync(Guid personId, string reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Nothing here reaches anybody by itself: messages are Messaging's, and the gate asks People each time.</summary>
    public Task<int> StopAllAsync(Guid personId, string reason, CancellationToken cancellationToken) => Task.FromResult(0);

    private async Task<List<EhcRecord>> OfAsync(Guid personId, CancellationToken cancellationToken)
    {
        var ids = await people.RecordsOfAsync(personId, cancellationToken);
        return await context.Records.AsNoTracking().Where(record => ids.Contains(record.ChildId)).OrderBy(record => record.Id).ToListAsync(cancellationToken);
    }
}
