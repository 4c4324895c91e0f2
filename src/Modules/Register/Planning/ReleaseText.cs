using System.Text.Json;
using Medway.LocalOffer.Platform.SmallNumbers;
using Medway.LocalOffer.Register.Domain.Planning;

namespace Medway.LocalOffer.Register.Planning;

/// <summary>A release as text, to be kept encrypted.</summary>
internal static class ReleaseText
{
    public static string Write(PlanningRelease release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return JsonSerializer.Serialize(new Kept(
            PlanningTable.All.ToDictionary(table => table.Slug, table => release.Counts.RowsOf(table)),
            [.. release.Counts.All.Select(cell => new KeptCell(cell.Key.Table, cell.Key.Row, cell.Key.Band, cell.Value, release.Shown[cell.Key].Value, release.Shown[cell.Key].Words))]));
    }

    public static PlanningRelease Read(string text)
    {
        var kept = JsonSerializer.Deserialize<Kept>(text) ?? throw new InvalidDataException("A release was kept as nothing.");
        return new PlanningRelease(
            new PlanningCounts(kept.Rows, kept.Cells.ToDictionary(CellOf, cell => cell.Count)), kept.Cells.ToDictionary(CellOf, cell => new PublicCount(cell.Shown, cell.Words)));
    }

    private static Cell CellOf(KeptCell cell) => new(cell.Table, cell.Row, cell.Band);

    private sealed record Kept(IReadOnlyDictionary<string, IReadOnlyList<string>> Rows, IReadOnlyList<KeptCell> Cells);

    private sealed record KeptCell(string Table, string Row, AgeBand? Band, int Count, int? Shown, string Words);
}
