using System.Globalization;

namespace Medway.LocalOffer.Platform.Web.Charts;

public enum ChartKind
{
    /// <summary>Compares things: one bar each.</summary>
    Bars,

    /// <summary>Shows how a number moves.</summary>
    Line,

    /// <summary>
    /// A line with its median, limits once there are eight points, and marks where something has really changed: a shift, a trend, or a point
    /// outside the limits (<see cref="RunOfPoints"/>).
    /// </summary>
    Run,

    /// <summary>Shows how many are left after each step, as a share of the first.</summary>
    Funnel,
}

/// <param name="Label">What or when, short.</param>
/// <param name="Value">0 or more; null when it is not known, or too small to show.</param>
/// <param name="Words">Instead of the number, for example <c>fewer than 5</c>; null prints the number, or "not known".</param>
public sealed record ChartPoint(string Label, decimal? Value, string? Words = null)
{
    /// <summary>The value as people read it.</summary>
    public string InWords => Words ?? Value?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "not known";
}

/// <summary>
/// A chart that is drawn on the server and always has the same numbers as a table beside it. Shown with <c>&lt;chart for="Model.Waits" /&gt;</c>.
/// </summary>
/// <param name="Id">Unique on its page; a letter first.</param>
/// <param name="Title">What it shows, for example <c>Plans finished in 20 weeks, by month</c>.</param>
/// <param name="Summary">What it says, in one or two sentences: a reader who sees no picture needs no other.</param>
/// <param name="LabelHeading">Heading of the labels in the table, for example <c>Month</c>.</param>
/// <param name="ValueHeading">Heading of the values with their unit, for example <c>Plans</c> or <c>Weeks</c>.</param>
/// <param name="Points">In the order in which they are drawn.</param>
/// <param name="Target">A line to reach; only for Line and Run. Null: none.</param>
public sealed record Chart(
    ChartKind Kind, string Id, string Title, string Summary, string LabelHeading, string ValueHeading, IReadOnlyList<ChartPoint> Points, decimal? Target = null);
