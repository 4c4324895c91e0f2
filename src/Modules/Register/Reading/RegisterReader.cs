using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Reading;

/// <param name="GiverIds">Those whose own yes it is, by the ids that People keeps. What is for an adult reaches them and nobody else.</param>
internal sealed record ConsentedEntry(Guid EntryId, Guid ChildId, IReadOnlyList<Guid> GiverIds);

/// <summary>
/// The one door to the people of the register: nobody reads them without saying what for. An optional use answers with those only for whom it is a yes
/// at this moment; nothing is remembered between two questions, so that a withdrawal counts from the next one on.
/// </summary>
internal sealed class RegisterReader(RegisterDbContext context, IPeople people, Settings settings, TimeProvider clock)
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

    /// <summary>Everybody who is live, and for whom this use is a yes today to the organisation that would get it.</summary>
    public Task<IReadOnlyList<ConsentedEntry>> ForAsync(ConsentPurpose purpose, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        return ForAsync(purpose, settings.NameOf(purpose.Recipient), cancellationToken);
    }

    /// <summary>The same for an organisation that was named at an earlier time.</summary>
    public Task<IReadOnlyList<ConsentedEntry>> ForAsync(ConsentPurpose purpose, string? named, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        return ConsentedAsync(purpose, named, context.Set<RegisterEntry>(), cancellationToken);
    }

    /// <summary>The same for one child; every record of that child counts.</summary>
    public async Task<bool> MayAsync(ConsentPurpose purpose, Guid childId, CancellationToken cancellationToken) => (await OfChildAsync(purpose, childId, cancellationToken)).Count > 0;

    /// <summary>Whether the use is a yes for the child, and this person's own yes too: a mailing goes to nobody else.</summary>
    public async Task<bool> MayAsync(ConsentPurpose purpose, Guid childId, Guid giverId, CancellationToken cancellationToken)
    {
        var records = await people.RecordsOfAsync(giverId, cancellationToken);
        return (await OfChildAsync(purpose, childId, cancellationToken)).Any(one => one.GiverIds.Any(records.Contains));
    }

    /// <summary>Where each use stands today, for the organisation that would get it.</summary>
    public async Task<IReadOnlyDictionary<ConsentPurpose, ConsentAnswer>> AnswersAsync(RegisterEntry entry, CancellationToken cancellationToken)
    {
        var (said, born) = await StandingAsync(entry, cancellationToken);
        return ConsentPurpose.All.ToDictionary(purpose => purpose, purpose => ConsentRules.Decide(said[purpose], NamedFor(entry, purpose), born, clock.Today()).Answer);
    }

    /// <summary>Whose yes lets stay with an organisation what it was given; whether they still speak for the child is not asked here.</summary>
    /// <param name="named">By its name as families read it; a school is the one that the entry names now.</param>
    /// <returns>Empty when the use is no yes today.</returns>
    public async Task<IReadOnlyList<Guid>> GiversAsync(RegisterEntry entry, ConsentPurpose purpose, string? named, CancellationToken cancellationToken)
    {
        var (said, born) = await StandingAsync(entry, cancellationToken);
        return ConsentRules.Decide(said[purpose], Said.Whom(named, KeyFor(purpose, entry.SchoolKey)), born, clock.Today()).GiverIds;
    }

    /// <summary>What one person said last about each use, whatever others say.</summary>
    public async Task<IReadOnlyDictionary<ConsentPurpose, ConsentAnswer>> OwnWordsAsync(RegisterEntry entry, Guid personId, CancellationToken cancellationToken)
    {
        var (said, _) = await StandingAsync(entry, cancellationToken);
        var kept = await people.KeptAsync(personId, cancellationToken);
        return ConsentPurpose.All.ToDictionary(purpose => purpose, purpose => ConsentRules.OwnWord(said[purpose], kept, NamedFor(entry, purpose)));
    }

    /// <summary>What was true on another day, from everything that had been said by its end, for the organisation that had been named last.</summary>
    public async Task<ConsentAnswer> AnswerOnAsync(RegisterEntry entry, ConsentPurpose purpose, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(purpose);
        var until = UkTime.StartOf(day.AddDays(1));
        var history = (await HistoryAsync(entry.Id, cancellationToken)).Where(said => said.Purpose == purpose.Slug && said.Recipient == purpose.Recipient.Slug && said.At < until)
            .Select(said => new Said(said.Decision, said.Capacity, said.GiverId, said.At, Said.Whom(said.RecipientName, said.SchoolKey))).ToList();
        var known = await people.FindAsync([entry.ChildId, .. history.Select(said => said.GiverId)], cancellationToken);
        return ConsentRules.Decide(
            history.Select(said => Kept(said, known)), LastNamed(history), known.GetValueOrDefault(entry.ChildId)?.BornOn, day).Answer;
    }

    /// <summary>Everything that was said about an entry, oldest first.</summary>
    public async Task<IReadOnlyList<ConsentEvent>> HistoryAsync(Guid entryId, CancellationToken cancellationToken) =>
        await context.Set<ConsentEvent>().AsNoTracking().Where(said => said.EntryId == entryId).OrderBy(said => said.At).ThenBy(said => said.Id).ToListAsync(cancellationToken);

    /// <summary>How often each was said in a time: a number, and nobody.</summary>
    public async Task<IReadOnlyDictionary<ConsentDecision, int>> CountSaidAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        await context.Set<ConsentEvent>().AsNoTracking().Where(said => said.At >= from && said.At < until).GroupBy(said => said.Decision)
            .Select(said => new { said.Key, Count = said.Count() }).ToDictionaryAsync(said => said.Key, said => said.Count, cancellationToken);

    /// <summary>For how many of these entries a use was a yes at the end of a day: a number, and nobody.</summary>
    /// <param name="childIds">By entry.</param>
    public async Task<int> CountYesAsync(ConsentPurpose purpose, IReadOnlyDictionary<Guid, Guid> childIds, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentNullException.ThrowIfNull(childIds);
        var (ids, until) = (childIds.Keys.ToList(), UkTime.StartOf(day.AddDays(1)));
        var (slug, recipient) = (purpose.Slug, purpose.Recipient.Slug);
        var said = await context.Set<ConsentEvent>().AsNoTracking().Where(one => ids.Contains(one.EntryId) && one.Purpose == slug && one.Recipient == recipient && one.At < until)
            .OrderBy(one => one.At).ThenBy(one => one.Id)
            .Select(one => new { one.EntryId, Said = new Said(one.Decision, one.Capacity, one.GiverId, one.At, Said.Whom(one.RecipientName, one.SchoolKey)) }).ToListAsync(cancellationToken);
        var known = await people.FindAsync([.. said.SelectMany(one => new[] { childIds[one.EntryId], one.Said.GiverId }).Distinct()], cancellationToken);
        var isPast = day < clock.Today();
        var named = isPast ? LastNamed(said.Select(one => one.Said)) : settings.NameOf(purpose.Recipient);

        // Each family names a school of its own.
        var schools = purpose != ConsentPurpose.ShareWithSchool || isPast
            ? []
            : await context.Set<RegisterEntry>().AsNoTracking().Where(entry => ids.Contains(entry.Id)).ToDictionaryAsync(entry => entry.Id, entry => Said.Whom(named, entry.SchoolKey), cancellationToken);
        return said.GroupBy(one => one.EntryId).Count(entry => ConsentRules.Decide(
            entry.Select(one => Kept(one.Said, known)),
            purpose != ConsentPurpose.ShareWithSchool ? named : isPast ? LastNamed(entry.Select(one => one.Said)) : schools[entry.Key],
            known.GetValueOrDefault(childIds[entry.Key])?.BornOn, day).Answer == ConsentAnswer.Yes);
    }

    private async Task<IReadOnlyList<ConsentedEntry>> OfChildAsync(ConsentPurpose purpose, Guid childId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        var records = await people.RecordsOfAsync(childId, cancellationToken);
        return await ConsentedAsync(purpose, settings.NameOf(purpose.Recipient), context.Set<RegisterEntry>().Where(entry => records.Contains(entry.ChildId)), cancellationToken);
    }

    private async Task<IReadOnlyList<ConsentedEntry>> ConsentedAsync(ConsentPurpose purpose, string? named, IQueryable<RegisterEntry> entries, CancellationToken cancellationToken)
    {
        if (named is null)
        {
            return [];
        }

        // Whose word decides hangs on the birth date, and one person's two records on what People knows: the database can read neither.
        var (slug, recipient) = (purpose.Slug, purpose.Recipient.Slug);
        var said = await (
            from entry in entries.AsNoTracking()
            join consent in context.Set<Consent>().AsNoTracking() on entry.Id equals consent.EntryId
            where entry.State == EntryState.Live && consent.Purpose == slug && consent.Recipient == recipient
            orderby entry.Id, consent.SaidAt, consent.EventId
            select new
            {
                EntryId = entry.Id,
                entry.ChildId,
                entry.SchoolKey,
                Said = new Said(consent.Decision, consent.Capacity, consent.GiverId, consent.SaidAt, Said.Whom(consent.RecipientName, consent.SchoolKey)),
            }).ToListAsync(cancellationToken);
        var known = await people.FindAsync([.. said.SelectMany(one => new[] { one.ChildId, one.Said.GiverId }).Distinct()], cancellationToken);
        var today = clock.Today();
        return
        [
            .. said.GroupBy(one => (one.EntryId, one.ChildId, Named: Said.Whom(named, KeyFor(purpose, one.SchoolKey))))
                .Where(entry => known.TryGetValue(entry.Key.ChildId, out var child) && child.DiedOn is null && RegisterAges.TwentyFifth(child.BornOn ?? today) > today)
                .Select(entry => (entry.Key, Decided: ConsentRules.Decide(entry.Select(one => Kept(one.Said, known)), entry.Key.Named, known[entry.Key.ChildId].BornOn, today)))
                .Where(entry => entry.Decided.Answer == ConsentAnswer.Yes)
                .Select(entry => new ConsentedEntry(entry.Key.EntryId, entry.Key.ChildId, entry.Decided.GiverIds)),
        ];
    }

    private async Task<(ILookup<ConsentPurpose, Said> Said, DateOnly? BornOn)> StandingAsync(RegisterEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var kept = await context.Set<Consent>().AsNoTracking().Where(consent => consent.EntryId == entry.Id).OrderBy(consent => consent.SaidAt).ThenBy(consent => consent.EventId).ToListAsync(cancellationToken);
        var known = await people.FindAsync([entry.ChildId, .. kept.Select(consent => consent.GiverId).Distinct()], cancellationToken);
        return (
            kept.Where(consent => ConsentPurpose.Of(consent.Purpose)?.Recipient.Slug == consent.Recipient).ToLookup(
                consent => ConsentPurpose.Of(consent.Purpose)!, consent => Kept(new Said(consent.Decision, consent.Capacity, consent.GiverId, consent.SaidAt, Said.Whom(consent.RecipientName, consent.SchoolKey)), known)),
            known.GetValueOrDefault(entry.ChildId)?.BornOn);
    }

    /// <summary>The organisation that would get it of this entry now.</summary>
    private string? NamedFor(RegisterEntry entry, ConsentPurpose purpose) => Said.Whom(settings.NameOf(purpose.Recipient), KeyFor(purpose, entry.SchoolKey));

    private static string? LastNamed(IEnumerable<Said> said) => said.LastOrDefault(one => one.RecipientName is not null)?.RecipientName;

    private static Guid? KeyFor(ConsentPurpose purpose, Guid? schoolKey) => purpose == ConsentPurpose.ShareWithSchool ? schoolKey : null;

    /// <summary>Two records of one person are one person with one word: the newest.</summary>
    private static Said Kept(Said said, IReadOnlyDictionary<Guid, Person> known) => known.TryGetValue(said.GiverId, out var giver) ? said with { GiverId = giver.Id } : said;
}
