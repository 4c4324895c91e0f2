using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Medway.LocalOffer.Listings.Features.Api.OpenReferral;

/// <summary>
/// The parameters of the standard, all of which must hold. Unknown ones are passed over, because harvesters of other councils send many; a
/// value that cannot be read is named, and nothing is guessed.
/// </summary>
internal sealed record FeedQuery
{
    public const int UsualPerPage = 50;
    public const int MostPerPage = 100;
    private const int LastPage = 1_000_000;
    private const int LongestText = 200;

    private static readonly Dictionary<string, DayOfWeek> Days = Enum.GetValues<DayOfWeek>()
        .SelectMany(day => new[] { (day.ToString(), day), (day.ToString()[..3], day), (day.ToString()[..2], day) })
        .ToDictionary(pair => pair.Item1, pair => pair.day, StringComparer.OrdinalIgnoreCase);

    public int Page { get; private init; } = 1;
    public int PerPage { get; private init; } = UsualPerPage;
    public string Search { get; private init; } = "";
    public FeedTaxonomyTerm? Term { get; private init; }
    public Guid? Taxonomy { get; private init; }
    public Guid? Organization { get; private init; }
    public int? MinimumAge { get; private init; }
    public int? MaximumAge { get; private init; }
    public TimeOnly? StartTime { get; private init; }
    public TimeOnly? EndTime { get; private init; }
    public DayOfWeek? Day { get; private init; }
    public string? Postcode { get; private init; }

    /// <summary>Metres.</summary>
    public int? Proximity { get; private init; }

    /// <summary>Set: the list is in the order of change, and walked by its last row rather than by pages.</summary>
    public DateTimeOffset? ModifiedAfter { get; private init; }

    /// <summary>Of services that changed at exactly <see cref="ModifiedAfter"/>, those with an id after this one.</summary>
    public Guid? AfterId { get; private init; }

    public IReadOnlyDictionary<string, string[]> Problems { get; private init; } = new Dictionary<string, string[]>();

    public static FeedQuery Read(IQueryCollection query)
    {
        Dictionary<string, string[]> problems = [];
        // PostgreSQL has no place for a NUL.
        string? Text(string name) => query[name].FirstOrDefault() is { Length: > 0 } text ? text.Replace('\0', ' ').Trim() : null;
        T? Value<T>(string name, Func<string, T?> read, string say)
            where T : struct
        {
            if (Text(name) is not { } text || read(text) is { } value)
            {
                return Text(name) is { } again ? read(again) : null;
            }

            problems[name] = [say];
            return null;
        }

        int? Number(string name, int from, int to) => Value<int>(
            name,
            text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to ? number : null,
            $"Give a whole number from {from} to {to}.");
        Guid? Id(string name) => Value<Guid>(name, text => Guid.TryParseExact(text, "D", out var id) ? id : null, "Give a UUID.");
        TimeOnly? Time(string name) => Value<TimeOnly>(
            name,
            text => TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
            "Give a time such as 17:30.");

        var search = Text("search") ?? Text("text") ?? "";
        if (search.Length > LongestText)
        {
            problems["search"] = [$"Give at most {LongestText} characters."];
        }

        var termId = Id("taxonomy_term_id");
        var term = termId is { } known ? FeedTaxonomies.Find(known) : null;
        if (termId is not null && term is null)
        {
            problems["taxonomy_term_id"] = ["There is no such term. See /openreferral/taxonomy_terms."];
        }

        var taxonomy = Id("taxonomy_id");
        if (taxonomy is { } wanted && FeedTaxonomies.All.All(each => each.Id != wanted))
        {
            problems["taxonomy_id"] = ["There is no such taxonomy. See /openreferral/taxonomies."];
        }

        var read = new FeedQuery
        {
            Page = Number("page", 1, LastPage) ?? 1,
            PerPage = Math.Min(Number("per_page", 1, LastPage) ?? UsualPerPage, MostPerPage),
            Search = search,
            Term = term,
            Taxonomy = taxonomy,
            Organization = Id("organization_id"),
            MinimumAge = Number("minimum_age", 0, 150),
            MaximumAge = Number("maximum_age", 0, 150),
            StartTime = Time("start_time"),
            EndTime = Time("end_time"),
            Day = Value<DayOfWeek>("day", text => Days.TryGetValue(text, out var day) ? day : null, "Give a day such as MO or Monday."),
            Postcode = Text("postcode"),
            Proximity = Number("proximity", 1, 1_000_000),
            ModifiedAfter = Value<DateTimeOffset>(
                "modified_after",
                text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null,
                "Give a date and time such as 2026-11-25T09:00:00Z."),
            AfterId = Id("after_id"),
        };
        if (read.Proximity is not null && read.Postcode is null)
        {
            problems["proximity"] = ["Say the postcode that it is counted from."];
        }

        return read with { Problems = problems };
    }
}
