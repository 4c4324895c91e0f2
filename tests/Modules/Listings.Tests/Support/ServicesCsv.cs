using System.Text;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Features.ImportServices;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Listings.Tests.Support;

/// <summary>Makes files of services; a row has what must be there, and what the test says.</summary>
internal static class ServicesCsv
{
    public static Dictionary<string, string> Row(string id, params (string Column, string Value)[] said)
    {
        Dictionary<string, string> row = new()
        {
            ["id"] = id,
            ["service_name"] = "Tide club",
            ["organisation_name"] = "Example Trust",
            ["service_type"] = "activity",
            ["description"] = "A club by the river.",
        };
        foreach (var (column, value) in said)
        {
            row[column] = value;
        }

        return row;
    }

    /// <summary>Every column that is read, in the order of the product's own file.</summary>
    public static ImportFile File(params IEnumerable<Dictionary<string, string>> rows)
    {
        string[] columns = [.. ServiceRow.Columns, .. ServiceRow.MoreColumns];
        var text = new StringBuilder(string.Join(',', columns)).Append('\n');
        foreach (var row in rows)
        {
            text.AppendJoin(',', columns.Select(column => Quoted(row.GetValueOrDefault(column, "")))).Append('\n');
        }

        return new ImportFile("services.csv", Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Every line of it: its good rows as drafts, and every problem of the others.</summary>
    public static (int Rows, IReadOnlyList<ServiceDraft> Drafts, IReadOnlyList<ImportProblem> Problems) Read(ImportFile file, DateOnly today)
    {
        var lines = ServicesFile.Lines(file, today).ToList();
        return (lines.Count(line => line.IsRow), [.. lines.Select(line => line.Draft).OfType<ServiceDraft>()], [.. lines.SelectMany(line => line.Problems).OrderBy(problem => problem.Line)]);
    }

    private static string Quoted(string value) => value.AsSpan().IndexOfAny(",\"\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
