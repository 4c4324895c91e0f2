using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Listings.Features.ImportServices;

/// <summary>A whole file of services: its good rows as drafts, and every problem of the others.</summary>
internal sealed record ServicesFile(int Rows, IReadOnlyList<ServiceDraft> Drafts, IReadOnlyList<ImportProblem> Problems)
{
    public static ServicesFile Read(ImportFile file, DateOnly today)
    {
        var content = CsvTable.Read(file, [.. ServiceRow.RequiredColumns]);
        List<ImportProblem> problems = [.. content.Problems];
        List<ServiceDraft> drafts = new(content.Rows.Count);
        Dictionary<string, int> lines = new(content.Rows.Count, StringComparer.Ordinal);
        foreach (var row in content.Rows)
        {
            if (ServiceRow.Read(row, today, problems) is { } draft)
            {
                drafts.Add(draft);
            }

            if (row["id"] is { Length: > 0 } id && !lines.TryAdd(id, row.Line))
            {
                problems.Add(new ImportProblem(row.Line, "id", $"'{id}' stands on line {lines[id]} too. Give each service its own id, or take one of the two away."));
            }
        }

        return new ServicesFile(content.Rows.Count, drafts, [.. problems.OrderBy(problem => problem.Line)]);
    }
}
