using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Medway.LocalOffer.Platform.Web.Lists;

/// <summary>
/// What the query string asks of a list. Nothing in it can break a page: a page that is no number is the first, a sort that no column has is
/// the usual one, and a choice that there is not is left out and said.
/// </summary>
public sealed class ListQuery
{
    public const int PageSize = 25;

    /// <summary>Of what somebody types into a filter.</summary>
    public const int LongestText = 100;

    private readonly Dictionary<string, string> filters = new(StringComparer.Ordinal);

    private ListQuery(int page, string sort)
    {
        Page = page;
        Sort = sort;
    }

    /// <summary>From 1.</summary>
    public int Page { get; }

    /// <summary>Name of a column's sort; with a leading minus the other way round.</summary>
    public string Sort { get; }

    /// <summary>Only those that are set.</summary>
    public IReadOnlyDictionary<string, string> Filters => filters;

    /// <summary>Labels of the filters whose choice we do not know.</summary>
    public IReadOnlyList<string> LeftOut { get; private init; } = [];

    /// <summary>What this filter is set to; null when it is not.</summary>
    public string? this[string filter] => filters.GetValueOrDefault(filter);

    public static ListQuery Read(IQueryCollection query, ListShape shape)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(shape);
        var sort = query["sort"].ToString();
        var known = shape.Columns.Any(column => column.Sort is { } name && (sort == name || sort == "-" + name));
        List<string> leftOut = [];
        var read = new ListQuery(PageOf(query["page"].ToString()), known ? sort : shape.DefaultSort) { LeftOut = leftOut };
        foreach (var filter in shape.Filters)
        {
            var value = query[filter.Name].ToString().Replace('\0', ' ').Trim();
            if (value.Length == 0)
            {
                continue;
            }

            if (value.Length > LongestText || (filter.Choices is not null && filter.Choices.All(choice => choice.Value != value)))
            {
                leftOut.Add(filter.Label);
            }
            else
            {
                read.filters[filter.Name] = value;
            }
        }

        return read;
    }

    /// <summary>The query string of the same list with one thing changed; another order or filter starts at the first page.</summary>
    public QueryString With(int? page = null, string? sort = null)
    {
        var pairs = filters.Select(filter => KeyValuePair.Create<string, string?>(filter.Key, filter.Value)).ToList();
        pairs.Add(new("sort", sort ?? Sort));
        if (page is > 1)
        {
            pairs.Add(new("page", page.Value.ToString(CultureInfo.InvariantCulture)));
        }

        return QueryString.Create(pairs);
    }

    private static int PageOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 1_000_000 ? page : 1;
}
