using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Features.ImportServices;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Listings.Features.ImportFeed;

/// <summary>One of our columns that a column of somebody else's table may fill.</summary>
/// <param name="Cut">A longer text is cut where a sentence ends; null for what is no running text.</param>
internal sealed record MappedField(string Column, string Label, int? Cut = null)
{
    public bool IsRequired => ServiceRow.RequiredColumns.Contains(Column) && Column is not ("id" or "service_type");
}

/// <summary>Rows of somebody else's table as drafts, by a saved mapping of its columns to ours.</summary>
internal static class MappedRows
{
    public static readonly IReadOnlyList<MappedField> Fields =
    [
        new("id", "What they call it: a number or code that stays"),
        new("service_name", "Name of the service", Limits.Name),
        new("organisation_name", "Who runs it", Limits.Name),
        new("description", "What it is", Limits.Summary),
        new("service_type", "Kind of help, in our words"),
        new("age_min", "Youngest age"),
        new("age_max", "Oldest age"),
        new("eligibility", "Who can come, in words", Limits.Note),
        new("days_times", "Days and times, in words", Limits.Note),
        new("cost_note", "Cost, in words", Limits.Note),
        new("how_to_get", "How to get it", Limits.LongNote),
        new("venue_name", "Name of the place", Limits.Name),
        new("address", "Street", Limits.Street),
        new("town", "Town", Limits.Town),
        new("postcode", "Postcode"),
        new("latitude", "Latitude"),
        new("longitude", "Longitude"),
        new("phone", "Phone"),
        new("email", "E-mail"),
        new("website", "Website"),
    ];

    public static IEnumerable<(ServiceDraft? Draft, FeedFindings Findings)> Read(ImportFile file, CsvMapping mapping, FeedContext feed, FeedReport report)
    {
        var theirs = mapping.Read();
        var isFirst = true;
        foreach (var (row, unreadable) in CsvTable.Lines(file))
        {
            var findings = new FeedFindings((row?.Line ?? unreadable?.Line)!.Value) { Name = null };
            if (row is null)
            {
                findings.Problem(unreadable!.Column, unreadable.Message);
                yield return (null, findings);
                continue;
            }

            if (isFirst && !FitsTo(row, mapping.Name, theirs, report))
            {
                yield break;
            }

            isFirst = false;
            yield return (Read(row, theirs, feed, findings), findings);
        }

        if (isFirst)
        {
            report.Break(new ImportProblem(1, "", "There is no row under the line that names the columns."));
        }
    }

    /// <summary>A column that is missing stops the file: what it said before would be taken away from every service. One that nothing is read from is named.</summary>
    private static bool FitsTo(CsvRow row, string mapping, IReadOnlyDictionary<string, string> theirs, FeedReport report)
    {
        var missing = theirs.Values.Distinct(StringComparer.OrdinalIgnoreCase).Except(row.Columns, StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var column in missing)
        {
            report.Break(new ImportProblem(1, column, $"There is no column {column}, and “{mapping}” reads it. Add it, or say again what the columns mean."));
        }

        foreach (var column in row.Columns.Except(theirs.Values, StringComparer.OrdinalIgnoreCase))
        {
            report.Note(new ImportProblem(1, column, $"“{mapping}” reads nothing from the column {column}."));
        }

        return missing.Count == 0;
    }

    private static ServiceDraft? Read(CsvRow row, IReadOnlyDictionary<string, string> mapping, FeedContext feed, FeedFindings findings)
    {
        var given = Given(row, mapping, feed);
        var theirs = mapping.TryGetValue("id", out var column) ? row[column] : $"{given["id"]}/{NaturalKey.Slug(given.GetValueOrDefault("organisation_name", ""))}";
        if (theirs.Length is 0 or > Limits.Name)
        {
            findings.Problem(column ?? "id", "It has no id, or one that is too long, so it could not be known again.");
        }

        List<ImportProblem> problems = [];
        var draft = ServiceRow.Read(row.Renamed(mapping, given), feed.Today, problems);

        // What nobody has to know is left out where it makes no sense; without the rest there is no service.
        foreach (var wrong in problems)
        {
            var named = mapping.GetValueOrDefault(wrong.Column, wrong.Column);
            if (ServiceRow.RequiredColumns.Contains(wrong.Column))
            {
                findings.Problem(named, wrong.Message);
            }
            else
            {
                findings.Note(named, wrong.Message + " It was left out.");
                given[wrong.Column] = "";
            }
        }

        draft ??= findings.Problems.Count == 0 ? ServiceRow.Read(row.Renamed(mapping, given), feed.Today, []) : null;
        return findings.Problems.Count > 0 || draft is null ? null : draft with
        {
            ExternalId = theirs,
            Id = NaturalKey.Service($"{feed.Source}/{theirs}"),
        };
    }

    /// <summary>Their cells made plain, where ours ask for more than a copy.</summary>
    private static Dictionary<string, string> Given(CsvRow row, IReadOnlyDictionary<string, string> mapping, FeedContext feed)
    {
        Dictionary<string, string> given = new(StringComparer.Ordinal);
        foreach (var (field, theirs) in Fields.Where(field => mapping.ContainsKey(field.Column)).Select(field => (field, mapping[field.Column])))
        {
            if (field.Cut is { } longest)
            {
                given[field.Column] = FeedText.Plain(row[theirs]) is { } text ? FeedText.Cut(text, longest) : "";
            }
        }

        if (mapping.TryGetValue("website", out var website) && row[website].StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            given["website"] = "https://" + row[website];
        }

        var kind = mapping.TryGetValue("service_type", out var column) ? row[column] : "";
        given["service_type"] = Facets.Kinds.FirstOrDefault(known => known.Value.Equals(kind, StringComparison.OrdinalIgnoreCase) || known.Words.Equals(kind, StringComparison.OrdinalIgnoreCase))?.Value
            ?? feed.Kind ?? kind;

        // The address of its page comes from its name; what they call it stays what it is known again by.
        given["id"] = NaturalKey.Slug(given.GetValueOrDefault("service_name", "")) is { Length: > 0 } slug ? slug : "service";
        return given;
    }
}
