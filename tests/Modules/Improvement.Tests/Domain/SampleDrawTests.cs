using System.Globalization;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Improvement.Tests.Domain;

[Proves("improvement")]
public sealed class SampleDrawTests
{
    private const int Seeds = 10_000;
    private const int Ids = 60;
    private const int Size = 4;

    private static readonly Guid[] All = [.. Enumerable.Range(1, Ids).Select(number => new Guid(number, 7, 7, [1, 2, 3, 4, 5, 6, 7, (byte)number]))];

    [Fact]
    public void Draw_OverTenThousandSeeds_FavoursNobody()
    {
        var drawn = Enumerable.Range(0, Seeds).SelectMany(seed => SampleDraw.Of(seed.ToString(CultureInfo.InvariantCulture), All, Size)).CountBy(id => id).ToDictionary();

        PValue([.. All.Select(id => drawn.GetValueOrDefault(id))]).ShouldBeGreaterThan(0.01);

        // The first of each sample is as fair as all of it; and a draw that favours one is seen.
        PValue([.. All.Select(id => Enumerable.Range(0, Seeds).Count(seed => SampleDraw.Of(seed.ToString(CultureInfo.InvariantCulture), All, 1)[0] == id))], size: 1).ShouldBeGreaterThan(0.01);
        PValue([.. All.Select((id, place) => drawn[id] + (place == 0 ? Seeds / 50 : 0))]).ShouldBeLessThan(0.01);
    }

    [Fact]
    public void Draw_WithTheSameSeed_IsTheSame_WhateverTheOrderOfTheList()
    {
        var draw = SampleDraw.Of("Journeys-2026-10-31-0123456789abcdef", All, Size);

        draw.Count.ShouldBe(Size);
        draw.ShouldBeUnique();
        SampleDraw.Of("Journeys-2026-10-31-0123456789abcdef", All.Reverse(), Size).ShouldBe(draw);
        SampleDraw.DigestOf(All.Reverse()).ShouldBe(SampleDraw.DigestOf(All));
        SampleDraw.DigestOf(All.Skip(1)).ShouldNotBe(SampleDraw.DigestOf(All));
        SampleDraw.Of("another", All, Size).ShouldNotBe(draw);
        SampleDraw.Of("small", All.Take(2), Size).Count.ShouldBe(2);

        // Worked out by hand, as the page says: SHA-256 of the seed, a colon and the id, sorted.
        draw.ShouldBe(All.OrderBy(id => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"Journeys-2026-10-31-0123456789abcdef:{id}"))), StringComparer.Ordinal).Take(Size));
    }

    [Theory]
    [InlineData("NewPlans", 100, 0, 15)]
    [InlineData("NewPlans", 101, 5, 11)]
    [InlineData("Reviews", 100, 10, 1)]
    [InlineData("Journeys", 0, 20, 4)]
    public void Size_FollowsFromTheQuota(string kind, int thisYear, int drawn, int size) => AuditRules.SizeOf(Enum.Parse<AuditKind>(kind), thisYear, drawn).ShouldBe(size);

    /// <summary>χ² of a draw without putting back, by Wilson and Hilferty's approximation.</summary>
    private static double PValue(IReadOnlyList<int> counts, int size = Size)
    {
        var (expected, free) = ((double)Seeds * size / Ids, Ids - 1.0);
        var statistic = counts.Sum(count => Math.Pow(count - expected, 2) / expected) * free / Ids / (1 - ((double)size / Ids));
        var z = (Math.Cbrt(statistic / free) - (1 - (2 / (9 * free)))) / Math.Sqrt(2 / (9 * free));
        return 0.5 * Erfc(z / Math.Sqrt(2));
    }

    /// <summary>Numerical Recipes' rational approximation: good to a ten-millionth.</summary>
    private static double Erfc(double x)
    {
        var t = 1 / (1 + (0.5 * Math.Abs(x)));
        double[] terms = [-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277];
        var sum = terms.Reverse().Aggregate(0.0, (total, term) => term + (t * total));
        var value = t * Math.Exp((-x * x) + sum);
        return x >= 0 ? value : 2 - value;
    }
}
