using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Web.Lists;

/// <summary>One page of rows, as an operation answers it.</summary>
/// <param name="Page">The page that it is: the last one when a later one was asked for.</param>
/// <param name="Total">Rows on all pages.</param>
public sealed record Listed<T>(IReadOnlyList<T> Rows, int Page, int Total);

public static class Listing
{
    /// <summary>Counts, and reads one page. Sort by something unique last, or a row may stand on two pages.</summary>
    public static async Task<Listed<T>> ToPageAsync<T>(this IQueryable<T> rows, ListQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var total = await rows.CountAsync(cancellationToken);
        var page = Page(query, total);
        return new(await rows.Skip((page - 1) * ListQuery.PageSize).Take(ListQuery.PageSize).ToListAsync(cancellationToken), page, total);
    }

    /// <summary>The same for rows that are in memory.</summary>
    public static Listed<T> ToPage<T>(this IReadOnlyCollection<T> rows, ListQuery query)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(query);
        var page = Page(query, rows.Count);
        return new([.. rows.Skip((page - 1) * ListQuery.PageSize).Take(ListQuery.PageSize)], page, rows.Count);
    }

    private static int Page(ListQuery query, int total) => Math.Min(query.Page, Math.Max(1, (total + ListQuery.PageSize - 1) / ListQuery.PageSize));
}
