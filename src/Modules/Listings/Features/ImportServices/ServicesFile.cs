using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Listings.Features.ImportServices;

/// <summary>A line of a file of services.</summary>
/// <param name="IsRow">It holds a row, good or not.</param>
/// <param name="Draft">Null when it has a problem.</param>
internal sealed record ServicesLine(bool IsRow, ServiceDraft? Draft, IReadOnlyList<ImportProblem> Problems);

/// <summary>A file of services, line after line: no more than one is in memory.</summary>
internal static class ServicesFile
{
    public static IEnumerable<ServicesLine> Lines(ImportFile file, DateOnly today)
    {
        Dictionary<string, int> lines = new(StringComparer.Ordinal);
        foreach (var (row, unreadable) in CsvTable.Lines(file, [.. ServiceRow.RequiredColumns]))
        {
            if (row is null)
            {
                yield return new ServicesLine(false, null, [unreadable!]);
                continue;
            }

            List<ImportProblem> problems = [];
            var draft = ServiceRow.Read(row, today, problems);
            if (row["id"] is { Length: > 0 } id && !lines.TryAdd(id, row.Line))
            {
                problems.Add(new ImportProblem(row.Line, "id", $"'{id}' stands on line {lines[id]} too. Give each service its own id, or take one of the two away."));
            }

            yield return new ServicesLine(true, draft, problems);
        }
    }
}
