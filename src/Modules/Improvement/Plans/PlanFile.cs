using System.Globalization;
using System.Security.Cryptography;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Files;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Improvement.Plans;

/// <summary>
/// Reads a plan from a CSV file in which each line is the plan, an area, an action or a part of it, whatever their order. Every line that makes
/// no sense is named, with what to do about it.
/// </summary>
internal static class PlanFile
{
    /// <summary>Some thousand parts.</summary>
    public const int MaximumBytes = 1_000_000;

    public static readonly IReadOnlyList<string> Columns =
        ["kind", "reference", "of", "title", "text", "leads", "due", "impact", "measures", "governance", "ambition", "narrative", "recurring", "note"];

    /// <summary>The empty form, with one line of each kind to follow.</summary>
    public static byte[] Form => CsvExport.Write(
        [.. Columns],
        [
            ["plan", "my-plan", "", "Title of the plan", "", "", "", "", "", "", "", "", "", ""],
            ["area", "1", "", "Title of the area", "What is asked for", "Role", "", "", "", "Who governs it", "", "", "", ""],
            ["action", "P1.1", "1", "", "What is done", "Role/ Another role", "Dec 26", "What it changes", "How we will know", "", "", "", "", ""],
            ["part", "P1.1a", "P1.1", "", "What is done by a date", "", "2026-12", "", "", "", "", "", "", ""],
        ]);

    public static string DigestOf(ImportFile file) => Convert.ToHexStringLower(SHA256.HashData(file.ReadAll(MaximumBytes)));

    public static PlanDraft Read(ImportFile file, TakenByPlans taken, DateTimeOffset now)
    {
        if (file.Length > MaximumBytes)
        {
            return PlanDraft.Refused(0, [new ImportProblem(1, "", "The file is larger than 1 MB. A plan is smaller: check that it is the right file.")]);
        }

        var content = CsvTable.Read(file, Columns);
        if (FormColumns.Missing(content, Columns, "lines") is { } others)
        {
            return PlanDraft.Refused(content.Rows.Count, others);
        }

        if (content.Problems.Count > 0)
        {
            return PlanDraft.Refused(content.Rows.Count, content.Problems);
        }

        var check = new PlanCheck(taken);
        check.Look(content.Rows);
        return check.Problems.Count > 0 ? PlanDraft.Refused(content.Rows.Count, check.Problems) : Draft(content.Rows, DigestOf(file), taken.NextPosition, now);
    }

    private static PlanDraft Draft(IReadOnlyList<CsvRow> rows, string digest, int first, DateTimeOffset now)
    {
        var head = Of(rows, PlanCheck.Plan).Single();
        var plan = new ImprovementPlan { Id = Guid.CreateVersion7(now), Slug = head["reference"].ToLowerInvariant(), Title = head["title"], Digest = digest, LoadedAt = now };
        var areas = Of(rows, PlanCheck.Area).ToDictionary(row => row["reference"], row => new ImprovementArea
        {
            Id = Guid.CreateVersion7(now),
            PlanId = plan.Id,
            Number = int.Parse(row["reference"], CultureInfo.InvariantCulture),
            Title = row["title"],
            Text = row["text"],
            Narrative = row["narrative"],
            Governance = row["governance"],
            Ambition = row["ambition"],
            Lead = row["leads"],
        });
        var actions = Of(rows, PlanCheck.Action).Select((row, place) => new ImprovementAction
        {
            Id = Guid.CreateVersion7(now),
            AreaId = areas[row["of"]].Id,
            Reference = row["reference"],
            Position = first + place,
            Text = row["text"],
            Leads = row["leads"],
            CompletedBy = row["due"],
            Impact = row["impact"],
            Measures = NullIfEmpty(row["measures"]),
        }).ToDictionary(action => action.Reference, StringComparer.Ordinal);
        var parts = Of(rows, PlanCheck.Part).Select((row, place) => new ImprovementPart
        {
            Id = Guid.CreateVersion7(now),
            ActionId = actions[row["of"]].Id,
            Reference = row["reference"],
            Position = first + place,
            Text = row["text"],
            OriginalDue = PlanCheck.Month(row["due"])!.Value,
            Recurring = NullIfEmpty(row["recurring"]),
            Note = NullIfEmpty(row["note"]),
            Related = [],
        });
        return new(plan, [.. areas.Values], [.. actions.Values], [.. parts], rows.Count, []);
    }

    private static IEnumerable<CsvRow> Of(IReadOnlyList<CsvRow> rows, string kind) => rows.Where(row => PlanCheck.KindOf(row) == kind);

    private static string? NullIfEmpty(string cell) => cell.Length == 0 ? null : cell;
}
