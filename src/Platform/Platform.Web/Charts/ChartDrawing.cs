using System.Globalization;

namespace Medway.LocalOffer.Platform.Web.Charts;

/// <param name="X">Of its left edge.</param>
/// <param name="LabelY">Of the base line of its label.</param>
public sealed record ChartBar(ChartPoint Point, string X, string Y, string Width, string LabelY, string Words);

/// <param name="IsMarked">Belongs to a shift or a trend, or lies outside the limits.</param>
public sealed record ChartDot(string X, string Y, bool IsMarked);

/// <param name="Y">Of the line.</param>
/// <param name="LabelY">Of the base line of its words.</param>
public sealed record ChartRule(string Y, string LabelY, string Words, string Class);

/// <summary>
/// Where everything stands in the picture: 320 units wide, so that letters have their own size on the smallest phone. A value that is not known is
/// left out, and a line breaks there; the scale always begins at 0, so that no change looks larger than it is.
/// </summary>
public sealed class ChartDrawing
{
    /// <summary>Width of the picture, in its units.</summary>
    public const int Width = 320;

    /// <summary>Height of a bar.</summary>
    public const int BarHeight = 18;

    private const int BarRow = 50;
    private const int LabelAbove = 16;
    private const int PlotTop = 26;
    private const int PlotHeight = 180;
    private const int PlotLeft = 8;
    private const int PlotRight = 312;
    private const int LineHeight = 246;

    private readonly decimal most;

    public ChartDrawing(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        Chart = chart;
        List<decimal?> values = [.. chart.Points.Select(point => point.Value)];
        Limits = chart.Kind == ChartKind.Run ? RunOfPoints.Limits(values) : null;
        most = Math.Max(Nice(chart.Points.Select(point => point.Value ?? 0).Append(chart.Target ?? 0).Append(Limits?.High ?? 0).Max()), 1);
        Height = IsLine ? LineHeight : Math.Max(1, chart.Points.Count) * BarRow;
        Bars = IsLine ? [] : [.. chart.Points.Select(Bar)];
        var dots = IsLine ? chart.Points.Select((point, i) => point.Value is { } value ? (I: i, X: XOf(i), Y: YOf(value)) : default((int I, decimal X, decimal Y)?)).ToList() : [];
        Lines = [.. Unbroken(dots).Select(part => string.Join(' ', part.Select(dot => $"{Number(dot.X)},{Number(dot.Y)}")))];
        IReadOnlyList<bool> none = new bool[values.Count];
        var (shift, trend, outside) = chart.Kind == ChartKind.Run ? (RunOfPoints.InAShift(values), RunOfPoints.InATrend(values), RunOfPoints.Astronomical(values)) : (none, none, none);
        (HasShift, HasTrend, HasAstronomical) = (shift.Contains(true), trend.Contains(true), outside.Contains(true));
        Dots = [.. dots.OfType<(int I, decimal X, decimal Y)>().Select(dot => new ChartDot(Number(dot.X), Number(dot.Y), shift[dot.I] || trend[dot.I] || outside[dot.I]))];
        Rules = IsLine ? [.. RulesOf(chart)] : [];
    }

    public Chart Chart { get; }

    public int Height { get; }

    public bool IsLine => Chart.Kind is ChartKind.Line or ChartKind.Run;

    /// <summary>Of Bars and Funnel.</summary>
    public IReadOnlyList<ChartBar> Bars { get; }

    /// <summary>Points of each unbroken part of a line.</summary>
    public IReadOnlyList<string> Lines { get; }

    public IReadOnlyList<ChartDot> Dots { get; }

    /// <summary>The base, the top of the scale, the median and the target.</summary>
    public IReadOnlyList<ChartRule> Rules { get; }

    /// <summary>The middle of a run chart; null for others.</summary>
    public decimal? Median => Chart.Kind == ChartKind.Run ? RunOfPoints.Median(Chart.Points.Select(point => point.Value).OfType<decimal>()) : null;

    /// <summary>Between which numbers chance keeps nearly all points of a run chart; null for others, and for fewer than eight points.</summary>
    public (decimal Low, decimal High)? Limits { get; }

    /// <summary>Whether a run chart has points that lie on one side of its median.</summary>
    public bool HasShift { get; }

    /// <summary>Whether a run chart has points that go one way.</summary>
    public bool HasTrend { get; }

    /// <summary>Whether a run chart has a point outside its limits.</summary>
    public bool HasAstronomical { get; }

    /// <summary>A funnel's share of its first step; "" when it cannot be said.</summary>
    public string ShareOf(ChartPoint point) => Chart.Points[0].Value is { } first and > 0 && point.Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * value / first, MidpointRounding.AwayFromZero)}%")
        : "";

    private ChartBar Bar(ChartPoint point, int i)
    {
        var width = (point.Value ?? 0) / (Chart.Kind == ChartKind.Funnel ? Math.Max(Chart.Points[0].Value ?? most, 1) : most) * Width;
        width = Math.Min(width, Width);
        var words = Chart.Kind == ChartKind.Funnel && ShareOf(point) is { Length: > 0 } share ? $"{point.InWords} ({share})" : point.InWords;
        var top = i * BarRow;
        return new ChartBar(
            point,
            Number(Chart.Kind == ChartKind.Funnel ? (Width - width) / 2 : 0),
            Number(top + LabelAbove + 6),
            Number(width),
            Number(top + LabelAbove),
            words);
    }

    private IEnumerable<ChartRule> RulesOf(Chart chart)
    {
        yield return new(Number(YOf(0)), Number(YOf(0) - 4), "", "chart__base");
        yield return new(Number(YOf(most)), Number(YOf(most) - 6), most.ToString("#,0.##", CultureInfo.InvariantCulture), "chart__top");
        if (Median is { } median)
        {
            yield return new(Number(YOf(median)), Number(YOf(median) - 5), $"median {median.ToString("#,0.##", CultureInfo.InvariantCulture)}", "chart__median");
        }

        if (Limits is { } limits)
        {
            yield return new(Number(YOf(limits.High)), Number(YOf(limits.High) - 5), "", "chart__limit");
            if (limits.Low > 0)
            {
                yield return new(Number(YOf(limits.Low)), Number(YOf(limits.Low) - 5), "", "chart__limit");
            }
        }

        if (chart.Target is { } target)
        {
            yield return new(Number(YOf(target)), Number(YOf(target) - 5), $"target {target.ToString("#,0.##", CultureInfo.InvariantCulture)}", "chart__target");
        }
    }

    private decimal XOf(int i) => Chart.Points.Count == 1 ? Width / 2m : PlotLeft + ((PlotRight - PlotLeft) * (decimal)i / (Chart.Points.Count - 1));

    private decimal YOf(decimal value) => PlotTop + (PlotHeight * (1 - (value / most)));

    private static IEnumerable<List<(int I, decimal X, decimal Y)>> Unbroken(List<(int I, decimal X, decimal Y)?> dots)
    {
        List<(int I, decimal X, decimal Y)> part = [];
        foreach (var dot in dots.Append(null))
        {
            if (dot is { } known)
            {
                part.Add(known);
            }
            else if (part.Count > 0)
            {
                yield return part;
                part = [];
            }
        }
    }

    /// <summary>The next of 1, 2, 5, 10, 20, 50 … that is not smaller.</summary>
    private static decimal Nice(decimal value)
    {
        var step = 1m;
        while (step * 10 < value)
        {
            step *= 10;
        }

        return new[] { 1m, 2m, 5m, 10m }.Select(times => times * step).First(nice => nice >= value || nice == 10 * step);
    }

    private static string Number(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
