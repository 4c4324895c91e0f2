using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Reading;

/// <param name="ApplicantId">Who asked to join, and is told.</param>
internal sealed record ConsentedEntry(Guid EntryId, Guid ChildId, Guid ApplicantId);

/// <summary>
/// The one door to the people of the register: nobody reads them without saying what for. An optional use answers with those only for whom it is a yes
/// at this moment; nothing is remembered between two questions, so that a withdrawal counts from the next one on.
/// </summary>
internal sealed class RegisterReader(RegisterDbContext context, IPeople people, TimeProvider clock)
{
    /// <summary>Entries for a duty of the council. Which of them somebody may see is the operation's permission.</summary>
    public IQueryable<RegisterEntry> For(PublicTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var entries = context.Set<RegisterEntry>();
        return task == PublicTask.PlanServices
            ? entries.AsNoTracking().Where(entry => entry.State == EntryState.Live || entry.State == EntryState.Lapsed || entry.State == EntryState.Unconfirmed)
            : entries;
    }

    /// <summary>Everybody who is live, and for whom this use is a yes today.</summary>
    public Task<IReadOnlyList<ConsentedEntry>> ForAsync(ConsentPurpose purpose, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        return ConsentedAsync(purpose, context.Set<RegisterEntry>(), cancellationToken);
    }

    /// <summary>The same for one child; every record of that child counts.</summary>
    public async Task<bool> MayAsync(ConsentPurpose purpose, Guid childId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        var records = await people.RecordsOfAsync(childId, cancellationToken);
        return (await ConsentedAsync(purpose, context.Set<RegisterEntry>().Where(entry => records.Contains(entry.ChildId)), cancellationToken)).Count > 0;
    }

    /// <summary>Where each use stands that somebody was asked about.</summary>
    public async Task<IReadOnlyDictionary<ConsentPurpose, ConsentAnswer>> AnswersAsync(RegisterEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var kept = await context.Set<Consent>().AsNoTracking().Where(consent => consent.EntryId == entry.Id).ToListAsync(cancellationToken);
        var born = (await people.FindAsync([entry.ChildId], cancellationToken)).GetValueOrDefault(entry.ChildId)?.BornOn;
        return ConsentPurpose.All.ToDictionary(
            purpose => purpose,
            purpose => kept.Find(consent => consent.Purpose == purpose.Slug && consent.Recipient == purpose.Recipient.Slug) is { } consent
                ? ConsentRules.Decide(consent.Position(), born, clock.Today())
                : ConsentAnswer.NotAsked);
    }

    /// <summary>What was true on another day, from everything that had been said by its end.</summary>
    public async Task<ConsentAnswer> AnswerOnAsync(RegisterEntry entry, ConsentPurpose purpose, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(purpose);
        var history = await HistoryAsync(entry.Id, cancellationToken);
        var born = (await people.FindAsync([entry.ChildId], cancellationToken)).GetValueOrDefault(entry.ChildId)?.BornOn;
        var until = UkTime.StartOf(day.AddDays(1));
        return ConsentRules.Decide(
            ConsentPosition.Of(history.Where(said => said.Purpose == purpose.Slug && said.Recipient == purpose.Recipient.Slug && said.At < until).Select(said => said.AsSaid())), born, day);
    }

    /// <summary>Everything that was said about an entry, oldest first.</summary>
    public async Task<IReadOnlyList<ConsentEvent>> HistoryAsync(Guid entryId, CancellationToken cancellationToken) =>
        await context.Set<ConsentEvent>().AsNoTracking().Where(said => said.EntryId == entryId).OrderBy(said => said.At).ThenBy(said => said.Id).ToListAsync(cancellationToken);

    /// <summary>How often each was said in a time: a number, and nobody.</summary>
    public async Task<IReadOnlyDictionary<ConsentDecision, int>> CountSaidAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        await context.Set<ConsentEvent>().AsNoTracking().Where(said => said.At >= from && said.At < until).GroupBy(said => said.Decision)
            .Select(said => new { said.Key, Count = said.Count() }).ToDictionaryAsync(said => said.Key, said => said.Count, cancellationToken);

    private async Task<IReadOnlyList<ConsentedEntry>> ConsentedAsync(ConsentPurpose purpose, IQueryable<RegisterEntry> entries, CancellationToken cancellationToken)
    {
        // Nobody is in here without any yes; whose word decides hangs on the birth date, which the database cannot read.
        var (slug, recipient) = (purpose.Slug, purpose.Recipient.Slug);
        var candidates = await (
            from entry in entries.AsNoTracking()
            join consent in context.Set<Consent>().AsNoTracking() on entry.Id equals consent.EntryId
            where entry.State == EntryState.Live && consent.Purpose == slug && consent.Recipient == recipient
                && (consent.Own == ConsentDecision.Yes || (consent.Own == null && consent.ParentsYes > 0))
            orderby entry.Id
            select new { Entry = new ConsentedEntry(entry.Id, entry.ChildId, entry.ApplicantId), consent }).ToListAsync(cancellationToken);
        var known = await people.FindAsync([.. candidates.Select(one => one.Entry.ChildId)], cancellationToken);
        var today = clock.Today();
        return
        [
            .. candidates.Where(one => known.TryGetValue(one.Entry.ChildId, out var child) && child.DiedOn is null && RegisterAges.TwentyFifth(child.BornOn ?? today) > today
                && ConsentRules.Decide(one.consent.Position(), child.BornOn, today) == ConsentAnswer.Yes).Select(one => one.Entry),
        ];
    }
}
