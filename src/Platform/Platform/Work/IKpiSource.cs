namespace Medway.LocalOffer.Platform.Work;

/// <summary>A number that a module can give for any period, so that nobody types it in.</summary>
/// <param name="Code">Stored and never changed, for example <c>ehcp.within-20-weeks</c>.</param>
/// <param name="Name">In one plain sentence.</param>
/// <param name="Numerator">What is counted, in words.</param>
/// <param name="Denominator">Of what; null when it is a plain count.</param>
public sealed record Kpi(string Code, string Name, string Numerator, string? Denominator);

/// <param name="From">First day, in London.</param>
/// <param name="Until">Last day, inclusive.</param>
public readonly record struct KpiPeriod(DateOnly From, DateOnly Until);

/// <summary>One number for one period. Unrounded: whoever shows it to the public sends it through <see cref="SmallNumbers.SmallNumbers"/>.</summary>
/// <param name="Denominator">Null for a plain count.</param>
/// <param name="AsAt">When the records were read: a later answer for the same period may differ.</param>
/// <param name="IsSuppressed">True when the numbers are too small to leave the named roles that work with them.</param>
public sealed record KpiValue(string Code, KpiPeriod Period, decimal Numerator, decimal? Denominator, DateTimeOffset AsAt, bool IsSuppressed);

/// <summary>A module's contribution to the numbers that the partnership looks at. Registered as scoped.</summary>
public interface IKpiSource
{
    /// <summary>All that this module can give.</summary>
    IReadOnlyList<Kpi> Kpis { get; }

    /// <param name="code">One of <see cref="Kpis"/>.</param>
    /// <returns>Null when the module has no records for that period: not known is never 0.</returns>
    Task<KpiValue?> ValueAsync(string code, KpiPeriod period, CancellationToken cancellationToken);

    /// <summary>Several at once: a source that has to read all its records for one number reads them once for all of these.</summary>
    /// <param name="asked">Codes of <see cref="Kpis"/>, each with its period.</param>
    /// <returns>What <see cref="ValueAsync"/> says of each, in the same order.</returns>
    async Task<IReadOnlyList<KpiValue?>> ValuesAsync(IReadOnlyList<(string Code, KpiPeriod Period)> asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        List<KpiValue?> values = [];
        foreach (var (code, period) in asked)
        {
            values.Add(await ValueAsync(code, period, cancellationToken));
        }

        return values;
    }
}
