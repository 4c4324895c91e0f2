using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Improvement.Features.Packs;

/// <param name="Period">In words.</param>
/// <param name="Figure">In words: "72%", "not known", "too few to show".</param>
/// <param name="Aim">In words; null when none is set.</param>
/// <param name="Exception">Why the board should look at it; null when it need not.</param>
internal sealed record PackKpi(string Code, string Name, string Period, string Figure, string? Aim, string? Exception);

/// <summary>The latest figures of the plan, as a pack and the dashboard print them. Kept figures are read, not counted again.</summary>
internal sealed class PackFigures(KpiReader reader)
{
    public async Task<IReadOnlyList<PackKpi>> ReadAsync(CancellationToken cancellationToken) =>
        [.. (await reader.ReadAsync(only: null, cancellationToken)).Select(Of)];

    private static PackKpi Of(KpiState state) => new(
        state.Kpi.Code,
        state.Kpi.Name,
        state.Latest is not { } latest ? "" : latest.From is { } from ? $"{from.Short()} to {latest.Until.Short()}" : $"until {latest.Until.Short()}",
        state.Latest is { } figure ? state.Words(figure) : "not known",
        state.Definition.Target,
        state.Result.Colour is Brag.Red or Brag.Amber ? state.Result.Why : null);
}
