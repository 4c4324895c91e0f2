using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.OldAddresses;

/// <summary>Old addresses with where they lead, and those that people ask for most and that are not there.</summary>
internal sealed record SeeAddresses(ListQuery Query) : IQuery<AddressesView>
{
    public Permission Permission => ContentPermissions.Addresses;
}

internal sealed record AddressesView(Listed<RedirectRow> Redirects, IReadOnlyList<MissedRow> Missed);

/// <param name="To">Null when the page it led to is not live.</param>
internal sealed record RedirectRow(string From, string? To, bool IsManual, DateTimeOffset CreatedAt);

internal sealed record MissedRow(string Path, int Count, DateOnly LastOn);

internal sealed class SeeAddressesHandler(ContentDbContext context) : IRequestHandler<SeeAddresses, Outcome<AddressesView>>
{
    private const int MostMissed = 20;

    public async Task<Outcome<AddressesView>> Handle(SeeAddresses request, CancellationToken cancellationToken)
    {
        var redirects = context.Redirects.AsNoTracking();
        if (request.Query["words"] is { } words && Slugs.Normal(words) is { } part)
        {
            redirects = redirects.Where(redirect => redirect.FromPath.Contains(part.Substring(1)));
        }

        redirects = request.Query.Sort switch
        {
            "-from" => redirects.OrderByDescending(redirect => redirect.FromPath),
            "made" => redirects.OrderBy(redirect => redirect.CreatedAt).ThenBy(redirect => redirect.FromPath),
            "-made" => redirects.OrderByDescending(redirect => redirect.CreatedAt).ThenBy(redirect => redirect.FromPath),
            _ => redirects.OrderBy(redirect => redirect.FromPath),
        };
        var listed = await redirects.Select(redirect => new RedirectRow(
                redirect.FromPath,
                redirect.ToPath ?? context.Published.Where(page => page.DocumentId == redirect.DocumentId && page.Variant == VariantKey.Full).Select(page => page.Path).FirstOrDefault(),
                redirect.ToPath != null,
                redirect.CreatedAt))
            .ToPageAsync(request.Query, cancellationToken);

        // What leads somewhere, or is there, by now is missed no more.
        var missed = await context.MissedPaths.AsNoTracking()
            .Where(missed => !context.Redirects.Any(redirect => redirect.FromPath == missed.Path) && !context.Published.Any(page => page.Address == missed.Path))
            .GroupBy(missed => missed.Path)
            .Select(same => new { Path = same.Key, Count = same.Sum(missed => missed.Count), LastOn = same.Max(missed => missed.Day) })
            .OrderByDescending(row => row.Count).ThenBy(row => row.Path).Take(MostMissed).ToListAsync(cancellationToken);
        return new AddressesView(listed, [.. missed.Select(row => new MissedRow(row.Path, row.Count, row.LastOn))]);
    }
}
