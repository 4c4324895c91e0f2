using Medway.LocalOffer.Platform.Web.Forms;

namespace Medway.LocalOffer.Platform.Web.Lists;

/// <summary>One column of a staff list.</summary>
/// <param name="Heading">Over the column, and beside each value on a phone.</param>
/// <param name="Sort">What the query string calls sorting by it; null when it cannot be sorted by.</param>
/// <param name="IsNumber">Stands to the right.</param>
public sealed record ListColumn(string Heading, string? Sort = null, bool IsNumber = false);

/// <summary>Something to narrow a list by.</summary>
/// <param name="Name">In the query string.</param>
/// <param name="Choices">What it may be; null for words that somebody types, at most <see cref="ListQuery.LongestText"/> letters.</param>
public sealed record ListFilter(string Name, string Label, IReadOnlyList<Choice>? Choices = null);

/// <summary>What a staff list can do; a static field of its page.</summary>
/// <param name="Columns">In their order.</param>
/// <param name="DefaultSort">Name of a column's sort; with a leading minus the other way round.</param>
/// <param name="Filters">In their order; none when there are few rows.</param>
public sealed record ListShape(IReadOnlyList<ListColumn> Columns, string DefaultSort, params IReadOnlyList<ListFilter> Filters);
