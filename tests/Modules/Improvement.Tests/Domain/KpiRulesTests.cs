using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Features.Staff.SeeKpi;
using Medway.LocalOffer.Platform.Web.Charts;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Improvement.Tests.Domain;

[Proves("improvement")]
public sealed class KpiRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 15);
    private static readonly KpiAim AtLeast80 = new(80, null, null, null, IsLowerBetter: false, IsStrict: false);

    [Theory]
    [InlineData("", "Grey")]
    [InlineData("80", "Green")]
    [InlineData("79.9", "Amber")]
    [InlineData("90 70", "Amber")]
    [InlineData("70 60", "Red")]
    [InlineData("60 70 80", "Green")]
    public void Colour_FollowsFromTheLastTwoFigures(string values, string colour) => $"{KpiRules.Of(Points(values), AtLeast80, 62, Today).Colour}".ShouldBe(colour);

    [Fact]
    public void Colour_WithoutTargetOrLongSilent_IsGrey()
    {
        KpiRules.Of(Points("90"), null, 62, Today).Colour.ShouldBe(Brag.Grey);
        KpiRules.Of([new(Today.AddDays(-63), 90)], AtLeast80, 62, Today).Colour.ShouldBe(Brag.Grey);
        KpiRules.Of([new(Today.AddDays(-62), 90)], AtLeast80, 62, Today).Colour.ShouldBe(Brag.Green);
    }

    [Fact]
    public void Trajectory_IsStraightFromBaselineToTarget_AndHonoursWhichWayIsBetter()
    {
        var down = new KpiAim(0, new DateOnly(2026, 12, 11), 100, new DateOnly(2026, 9, 2), IsLowerBetter: true, IsStrict: false);

        down.LineOn(new DateOnly(2026, 10, 12)).ShouldBe(60);
        down.LineOn(new DateOnly(2026, 8, 1)).ShouldBe(100);
        down.LineOn(new DateOnly(2027, 1, 1)).ShouldBe(0);
        down.IsMet(new(new DateOnly(2026, 10, 12), 60)).ShouldBeTrue();
        down.IsMet(new(new DateOnly(2026, 10, 12), 61)).ShouldBeFalse();
        var more = new KpiAim(50, null, null, null, IsLowerBetter: false, IsStrict: true);
        more.IsMet(new(Today, 50)).ShouldBeFalse();
        more.IsMet(new(Today, 50.1m)).ShouldBeTrue();
    }

    [Fact]
    public void Periods_ThatHaveEnded_AreNamed()
    {
        KpiPeriods.Ended(KpiFrequency.TwoMonths, Today, 2).Select(period => (period.From, period.Until)).ShouldBe([(new(2026, 9, 1), new(2026, 10, 31)), (new(2026, 7, 1), new(2026, 8, 31))]);
        KpiPeriods.Ended(KpiFrequency.YearSoFar, new DateOnly(2027, 1, 5), 1).Single().From.ShouldBe(new DateOnly(2026, 1, 1));
        KpiPeriods.Ended(KpiFrequency.Quarter, Today, 1).Single().Until.ShouldBe(new DateOnly(2026, 9, 30));
    }

    [Fact]
    public void RunRules_AgreeWithAReference_OnThirtySeries()
    {
        var (shifts, trends, outside) = (0, 0, 0);
        for (var series = 1; series <= 30; series++)
        {
            var chance = new Random(series);
            List<decimal?> values = [.. Enumerable.Range(0, 24).Select(place => (decimal?)(50 + chance.Next(-6, 7) + (series % 3 == 0 && place > 14 ? 12 : 0) + (series % 3 == 1 ? place * (series % 5) : 0) + (series % 7 == 0 && place == 9 ? 60 : 0)))];
            if (series % 4 == 0)
            {
                values[5] = null;
            }

            RunOfPoints.InAShift(values).ShouldBe(ReferenceShift(values), $"shift, series {series}");
            RunOfPoints.InATrend(values).ShouldBe(ReferenceTrend(values), $"trend, series {series}");
            RunOfPoints.Astronomical(values).ShouldBe(ReferenceOutside(values), $"astronomical, series {series}");
            shifts += RunOfPoints.InAShift(values).Contains(true) ? 1 : 0;
            trends += RunOfPoints.InATrend(values).Contains(true) ? 1 : 0;
            outside += RunOfPoints.Astronomical(values).Contains(true) ? 1 : 0;
        }

        // Each rule has been seen to speak, and to be silent.
        new[] { shifts, trends, outside }.ShouldAllBe(count => count > 0 && count < 30);
    }

    [Fact]
    public void Words_OfNoise_SayThatNothingHasChanged_AndOfFewPointsThatNobodyCanTell()
    {
        KpiCharts.Says([50, 51, 50, 49, 51, 50, 49, 50]).ShouldContain("No real change");
        KpiCharts.Says([50, 51, 50, 49, 51, 50, 99]).ShouldContain("nothing can be said");
        KpiCharts.Says([50, 51, 50, 49, 51, 50, 49, 50, 51, 90]).ShouldContain("astronomical point");
        RunOfPoints.Limits([1, 2, 3, 4, 5, 6, 7]).ShouldBeNull();
    }

    private static List<KpiPoint> Points(string values)
    {
        string[] words = values.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. words.Select((word, place) => new KpiPoint(Today.AddDays(-15 - (30 * (words.Length - 1 - place))), decimal.Parse(word, System.Globalization.CultureInfo.InvariantCulture)))];
    }

    /// <summary>Tries every stretch of the series.</summary>
    private static List<bool> ReferenceShift(List<decimal?> values)
    {
        var known = values.OfType<decimal>().Order().ToList();
        var median = (known[(known.Count - 1) / 2] + known[known.Count / 2]) / 2;
        return Stretches(values, stretch => stretch.Where(value => value != median).ToList() is { Count: >= 6 } off && (off.TrueForAll(value => value > median) || off.TrueForAll(value => value < median)),
            value => value != median);
    }

    private static List<bool> ReferenceTrend(List<decimal?> values)
    {
        var marks = new bool[values.Count];
        for (var from = 0; from < values.Count; from++)
        {
            for (var way = -1; way <= 1; way += 2)
            {
                List<int> run = [];
                for (var i = from; i < values.Count && values[i] is { } value; i++)
                {
                    if (run.Count > 0 && value == values[run[^1]])
                    {
                        continue;
                    }

                    if (run.Count > 0 && Math.Sign(value - values[run[^1]]!.Value) != way)
                    {
                        break;
                    }

                    run.Add(i);
                }

                if (run.Count >= 5)
                {
                    run.ForEach(i => marks[i] = true);
                }
            }
        }

        // Of equal neighbours the first stands for both.
        for (var i = 1; i < marks.Length; i++)
        {
            marks[i] &= values[i] != values[i - 1];
        }

        return [.. marks];
    }

    private static List<bool> ReferenceOutside(List<decimal?> values)
    {
        var known = values.OfType<decimal>().ToList();
        decimal steps = 0;
        for (var i = 1; i < known.Count; i++)
        {
            steps += Math.Abs(known[i] - known[i - 1]);
        }

        var (mean, reach) = (known.Sum() / known.Count, 2.66m * steps / (known.Count - 1));
        return [.. values.Select(value => value is { } one && Math.Abs(one - mean) > reach)];
    }

    private static List<bool> Stretches(List<decimal?> values, Func<List<decimal>, bool> isRun, Func<decimal, bool> isMarked)
    {
        var marks = new bool[values.Count];
        for (var from = 0; from < values.Count; from++)
        {
            for (var to = from; to < values.Count && values[to] is not null; to++)
            {
                if (isRun([.. values.Skip(from).Take(to - from + 1).Select(value => value!.Value)]))
                {
                    for (var i = from; i <= to; i++)
                    {
                        marks[i] |= isMarked(values[i]!.Value);
                    }
                }
            }
        }

        return [.. marks];
    }
}
