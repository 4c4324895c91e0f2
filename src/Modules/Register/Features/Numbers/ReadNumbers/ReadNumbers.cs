using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Numbers.ReadNumbers;

/// <summary>What was published of one quarter; with the public login, which can read nothing else of the register.</summary>
/// <param name="Quarter">Null for the newest.</param>
internal sealed record ReadNumbers(string? Quarter) : IQuery<NumbersView>
{
    public Permission Permission => Permission.ReadPublished;
}

/// <param name="Release">Null when nothing was published yet.</param>
/// <param name="Quarters">All that were published, the newest first.</param>
internal sealed record NumbersView(PublishedRelease? Release, IReadOnlyList<PublishedNumber> Numbers, IReadOnlyList<Quarter> Quarters)
{
    public Quarter? Quarter => Release is { } release ? new Quarter(release.Year, release.Quarter) : null;

    /// <summary>Rows of a table, each with its numbers by age and for all ages.</summary>
    public IEnumerable<IGrouping<string, PublishedNumber>> RowsOf(string table) => Numbers.Where(number => number.TableSlug == table).GroupBy(number => number.RowWords);
}

internal sealed class ReadNumbersHandler(RegisterDbContext context) : IRequestHandler<ReadNumbers, Outcome<NumbersView>>
{
    public async Task<Outcome<NumbersView>> Handle(ReadNumbers request, CancellationToken cancellationToken)
    {
        var releases = await context.PublishedReleases.AsNoTracking().OrderByDescending(one => one.Year).ThenByDescending(one => one.Quarter).ToListAsync(cancellationToken);
        var release = request.Quarter is null ? releases.FirstOrDefault() : releases.Find(one => new Quarter(one.Year, one.Quarter).Key == request.Quarter);
        if (release is null)
        {
            return request.Quarter is null ? new NumbersView(null, [], []) : Outcome.NotFound;
        }

        return new NumbersView(
            release,
            await context.PublishedNumbers.AsNoTracking().Where(one => one.Year == release.Year && one.Quarter == release.Quarter).OrderBy(one => one.Place).ToListAsync(cancellationToken),
            [.. releases.Select(one => new Quarter(one.Year, one.Quarter))]);
    }
}
