using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Numbers;

/// <param name="AnsweredOn">Null while nobody has answered.</param>
internal sealed record Reply(DateOnly DueOn, DateOnly? AnsweredOn);

/// <param name="WasHeld">We held the answer already.</param>
internal sealed record Asked(DateOnly On, bool WasHeld);

/// <param name="Code">After what it was asked.</param>
internal sealed record Said(string Code, DateOnly On, FamilySays KnowsNext, FamilySays? WasGood);

/// <summary>What people were told and what they said, as far as counting needs it: nothing in it says who they are.</summary>
/// <param name="DraftsToldOn">Days on which somebody had a draft, and with it the form.</param>
internal sealed record LedgerFacts(
    IReadOnlyList<RecordLedger> Records, IReadOnlyList<Promise> Promises, IReadOnlyList<Reply> Replies, IReadOnlyList<Said> Answers, IReadOnlyList<DateOnly> DraftsToldOn, IReadOnlyList<Asked> Asks)
{
    /// <summary>Who knows what happens next, of all who said anything in the period.</summary>
    public Share KnowNext(DateOnly from, DateOnly until) => ShareOf(Answers, from, until, said => said.KnowsNext);

    /// <summary>For whom it was good up to the draft, of all who said anything about a draft in the period.</summary>
    public Share GoodDrafts(DateOnly from, DateOnly until) => ShareOf(Answers.Where(said => said.WasGood is not null), from, until, said => said.WasGood!.Value);

    /// <summary>What families were asked although we held the answer, of all that they were asked (back-office Appendix D, "repeat-ask").</summary>
    public Share AskedAgain(DateOnly from, DateOnly until)
    {
        var all = Asks.Where(ask => ask.On >= from && ask.On <= until).ToList();
        return new(all.Count(ask => ask.WasHeld), all.Count);
    }

    public static IReadOnlyList<Band> Bands(IEnumerable<FamilySays> said)
    {
        var counts = said.CountBy(one => one).ToDictionary(pair => pair.Key, pair => pair.Value);
        return [.. Enum.GetValues<FamilySays>().Select(one => new Band($"{one}", counts.GetValueOrDefault(one)))];
    }

    private static Share ShareOf(IEnumerable<Said> answers, DateOnly from, DateOnly until, Func<Said, FamilySays> what)
    {
        var all = answers.Where(said => said.On >= from && said.On <= until).ToList();
        return new(all.Count(said => what(said) == FamilySays.Yes), all.Count);
    }

    /// <summary>Questions of families that were answered by their day (back-office Appendix D, "first reply").</summary>
    public Share AnsweredInTime(DateOnly from, DateOnly until)
    {
        var due = Replies.Where(reply => reply.DueOn >= from && reply.DueOn <= until).ToList();
        return new(due.Count(reply => reply.AnsweredOn <= reply.DueOn), due.Count);
    }
}

/// <summary>Reads what was told, and when, of records that the caller may count.</summary>
internal sealed class LedgerReader(EhcpDbContext context, FactsReader facts, TimeProvider clock)
{
    public async Task<LedgerFacts> ReadAsync(IQueryable<EhcRecord> records, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var recorded = await records.AsNoTracking().Select(record => new { record.Id, record.ChildId, record.LoggedForId, record.RecordedAt })
            .ToDictionaryAsync(record => record.Id, record => (record.ChildId, record.LoggedForId, On: UkTime.DateIn(record.RecordedAt)), cancellationToken);
        var touchpoints = await context.Touchpoints.AsNoTracking().Where(one => records.Any(record => record.Id == one.RecordId))
            .Select(one => new { one.RecordId, one.PersonId, one.Code, one.State, one.IsUseful, one.DueOn, one.CreatedAt, one.SettledAt, HasReason = one.NotNeededBecause != null }).ToListAsync(cancellationToken);
        var replies = await context.Questions.AsNoTracking().Where(one => records.Any(record => record.Id == one.RecordId)).Select(one => new { one.DueOn, one.AnsweredAt }).ToListAsync(cancellationToken);
        var answers = await (
            from answer in context.Answers.AsNoTracking()
            join touchpoint in context.Touchpoints on answer.TouchpointId equals touchpoint.Id
            where records.Any(record => record.Id == touchpoint.RecordId)
            select new { touchpoint.Code, answer.AnsweredAt, answer.KnowsNext, answer.WasGood }).ToListAsync(cancellationToken);
        var asks = await context.FactAsks.AsNoTracking().Where(ask => records.Any(record => record.Id == ask.RecordId)).Select(ask => new { ask.AskedAt, ask.WasHeld }).ToListAsync(cancellationToken);

        // A child whom an officer tells that their rights will change is not yet somebody who waits for us.
        var persons = touchpoints.Where(one => !TouchpointKind.TellsChild(one.Code, one.PersonId, recorded[one.RecordId].ChildId, recorded[one.RecordId].LoggedForId)).GroupBy(one => (one.RecordId, one.PersonId)).ToLookup(
            person => person.Key.RecordId,
            person => new PersonLedger(
                UkTime.DateIn(person.Min(one => one.CreatedAt)) is var first && first > recorded[person.Key.RecordId].On ? first : null,
                [.. person.Where(one => one is { State: TouchpointState.Made, IsUseful: true, SettledAt: not null }).Select(one => UkTime.DateIn(one.SettledAt!.Value)).Distinct().Order()]));
        return new LedgerFacts(
            [.. (await facts.ByIdAsync(records, cancellationToken)).Select(record => new RecordLedger(record.Value, [.. persons[record.Key]]))],
            [
                .. touchpoints.Select(one => (one.Code, one.DueOn, State: Promises.StateOf(
                        one.DueOn, one is { State: TouchpointState.Made, SettledAt: { } at } ? UkTime.DateIn(at) : null, one.State == TouchpointState.Cancelled, one.HasReason, today)))
                    .Where(one => one.State is not null).Select(one => new Promise(one.Code, one.DueOn, one.State!.Value)),
            ],
            [.. replies.Select(one => new Reply(one.DueOn, one.AnsweredAt is { } at ? UkTime.DateIn(at) : null))],
            [.. answers.Select(one => new Said(one.Code, UkTime.DateIn(one.AnsweredAt), one.KnowsNext, one.WasGood))],
            [.. touchpoints.Where(one => one is { Code: FamilyAnswer.Draft, State: TouchpointState.Made, SettledAt: not null }).Select(one => UkTime.DateIn(one.SettledAt!.Value))],
            [.. asks.Select(ask => new Asked(UkTime.DateIn(ask.AskedAt), ask.WasHeld))]);
    }
}
