using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Content.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Links;

/// <summary>One night's work: learns what addresses there are, tries those whose turn it is, and counts who failed how often.</summary>
internal sealed class LinkChecking(ContentDbContext context, IEnumerable<ILinkSource> sources, LinkFetcher fetcher, LinkPace pace, TimeProvider clock)
{
    // A little under a day: a night that begins earlier than the last is a night all the same.
    private static readonly TimeSpan BetweenTries = TimeSpan.FromHours(20);

    /// <returns>How many addresses were tried.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await LearnAsync(cancellationToken);
        var until = clock.GetUtcNow() + pace.Longest;
        var due = await context.Set<CheckedLink>().Where(link => link.TriedAt == null || link.TriedAt < clock.GetUtcNow() - BetweenTries)
            .OrderBy(link => link.TriedAt).ThenBy(link => link.WebAddress).Take(pace.Most).ToListAsync(cancellationToken);

        // In turns, so that no site is asked twice in a row without a rest.
        var waiting = due.GroupBy(link => new Uri(link.WebAddress).Host).Select(site => new Queue<CheckedLink>(site)).ToList();
        var tried = 0;
        while (waiting.Count > 0 && clock.GetUtcNow() < until)
        {
            foreach (var site in waiting.ToList())
            {
                await TryAsync(site.Dequeue(), cancellationToken);
                tried++;
                if (site.Count == 0)
                {
                    waiting.Remove(site);
                }
            }

            await Task.Delay(waiting.Count > 0 ? pace.Rest : TimeSpan.Zero, cancellationToken);
        }

        return tried;
    }

    private async Task TryAsync(CheckedLink link, CancellationToken cancellationToken)
    {
        var answer = await fetcher.AskAsync(link.WebAddress, cancellationToken);
        link.TriedAt = clock.GetUtcNow();
        link.Problem = answer.Problem;
        link.MovedTo = answer.MovedTo is { Length: <= CheckedLinkConfiguration.LongestAddress } moved ? moved : null;
        link.Failures = answer.Problem is null ? (short)0 : (short)Math.Min(link.Failures + 1, short.MaxValue);
        link.FailingSince = answer.Problem is null ? null : link.FailingSince ?? link.TriedAt;

        // Each on its own: a host that stops in the middle keeps what it learned.
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Writes down what all sources name now, and forgets the rest.</summary>
    public async Task LearnAsync(CancellationToken cancellationToken)
    {
        List<(string Source, LinkUse Use)> named = [];
        foreach (var source in sources)
        {
            named.AddRange((await source.LinksAsync(cancellationToken)).Where(use => IsKept(use.Address)).Select(use => (source.Name, use)));
        }

        var known = await context.Set<CheckedLink>().Include(link => link.Places).ToDictionaryAsync(link => link.WebAddress, StringComparer.Ordinal, cancellationToken);
        foreach (var address in named.GroupBy(pair => WithoutAnchor(pair.Use.Address), StringComparer.Ordinal))
        {
            if (!known.Remove(address.Key, out var link))
            {
                link = new CheckedLink { Id = Guid.CreateVersion7(clock.GetUtcNow()), WebAddress = address.Key };
                context.Add(link);
            }

            Place(link, address);
        }

        context.RemoveRange(known.Values);
        await context.SaveChangesAsync(cancellationToken);
    }

    private void Place(CheckedLink link, IEnumerable<(string Source, LinkUse Use)> uses)
    {
        var now = uses.Select(use => (use.Source, Title: Cut(use.Use.Title), Href: Cut(use.Use.StaffHref), Owner: use.Use.Owner is null ? null : Cut(use.Use.Owner))).ToHashSet();
        foreach (var gone in link.Places.Where(place => !now.Remove((place.Source, place.Title, place.Href, place.Owner))).ToList())
        {
            link.Places.Remove(gone);
            context.Remove(gone);
        }

        foreach (var (source, title, href, owner) in now)
        {
            var place = new LinkPlace { Id = Guid.CreateVersion7(clock.GetUtcNow()), LinkId = link.Id, Source = source, Title = title, Href = href, Owner = owner };
            link.Places.Add(place);
            context.Add(place);
        }
    }

    private static bool IsKept(string address) =>
        address.Length <= CheckedLinkConfiguration.LongestAddress && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0;

    private static string WithoutAnchor(string address) => address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? address[..at] : address;

    private static string Cut(string words) => words[..Math.Min(words.Length, CheckedLinkConfiguration.LongestWords)];
}

/// <param name="Most">Addresses a run.</param>
/// <param name="Longest">A run ends after this time, and the next goes on.</param>
/// <param name="Rest">Between two questions to one site.</param>
internal sealed record LinkPace(int Most, TimeSpan Longest, TimeSpan Rest);
