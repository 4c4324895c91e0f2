namespace Medway.LocalOffer.Improvement.Features.Packs;

/// <param name="Period">In words.</param>
/// <param name="Figure">In words: "72 %", "not known", "too few to show".</param>
/// <param name="Aim">In words; null when none is set.</param>
/// <param name="Exception">Why the board should look at it; null when it need not.</param>
internal sealed record PackKpi(string Code, string Name, string Period, string Figure, string? Aim, string? Exception);

/// <summary>The figures that a pack prints.</summary>
internal interface IPackKpis
{
    /// <param name="on">The day of the pack.</param>
    /// <returns>Null when there are none.</returns>
    Task<IReadOnlyList<PackKpi>?> ReadAsync(DateOnly on, CancellationToken cancellationToken);
}
