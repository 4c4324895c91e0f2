namespace Medway.LocalOffer.Platform.Web.Lists;

/// <summary>A list as its page shows it; what the tag helper needs of it, whatever its rows are.</summary>
public abstract class StaffList(ListShape shape, ListQuery query, int page, int total)
{
    public ListShape Shape { get; } = shape;

    public ListQuery Query { get; } = query;

    public int Page { get; } = page;

    public int Total { get; } = total;

    public int Pages => Math.Max(1, (Total + ListQuery.PageSize - 1) / ListQuery.PageSize);

    /// <summary>"26 to 50 of 120", or only how many when all stand on one page.</summary>
    public string Count => Pages == 1
        ? $"{Total} {(Total == 1 ? "row" : "rows")}"
        : $"Rows {((Page - 1) * ListQuery.PageSize) + 1} to {Math.Min(Page * ListQuery.PageSize, Total)} of {Total}";

    /// <summary>What aria-sort says of a column; null when the list is not sorted by it.</summary>
    public string? SortOf(ListColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Sort is null ? null : Query.Sort == column.Sort ? "ascending" : Query.Sort == "-" + column.Sort ? "descending" : null;
    }

    /// <summary>Where the heading leads: by this column, or the other way round.</summary>
    public string SortHref(ListColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Query.With(sort: Query.Sort == column.Sort ? "-" + column.Sort : column.Sort).ToString();
    }
}

/// <inheritdoc/>
public sealed class StaffList<T>(ListShape shape, ListQuery query, Listed<T> listed) : StaffList(shape, query, listed.Page, listed.Total)
{
    public IReadOnlyList<T> Rows { get; } = listed.Rows;
}
