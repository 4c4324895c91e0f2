using System.Globalization;

namespace Medway.LocalOffer.Improvement.Domain;

/// <summary>What a number counts. Stored.</summary>
internal enum KpiUnit
{
    /// <summary>A share in per cent: numerator of denominator.</summary>
    Percent,
    Count,
    Months,

    /// <summary>Pounds, in millions.</summary>
    MillionPounds,

    /// <summary>So many for each hundred of something else, and maybe more than a hundred.</summary>
    PerHundred,
}

/// <summary>How often a number is taken. Stored.</summary>
internal enum KpiFrequency
{
    Month,
    TwoMonths,
    Quarter,

    /// <summary>From the first of January to the end of each month: the share of a year that grows.</summary>
    YearSoFar,
    Year,
}

/// <summary>Which way is better. Stored.</summary>
internal enum KpiPolarity
{
    Higher,
    Lower,
}

/// <summary>Numbers and their colours as people read them.</summary>
internal static class KpiWords
{
    public static string Of(Brag colour) => colour switch
    {
        Brag.Green => "Green: as it should be",
        Brag.Amber => "Amber: worse than it should be",
        Brag.Red => "Red: worse twice in a row",
        _ => "Grey: no colour",
    };

    public static string Of(KpiUnit unit) => unit switch
    {
        KpiUnit.Percent => "per cent",
        KpiUnit.Months => "months",
        KpiUnit.MillionPounds => "million pounds",
        KpiUnit.PerHundred => "for each 100",
        _ => "number",
    };

    public static string Of(KpiFrequency frequency) => frequency switch
    {
        KpiFrequency.Month => "every month",
        KpiFrequency.TwoMonths => "every two months",
        KpiFrequency.Quarter => "every three months",
        KpiFrequency.YearSoFar => "every month, for the year so far",
        _ => "every year",
    };

    public static string Value(KpiUnit unit, decimal value) => unit switch
    {
        KpiUnit.Percent => $"{Number(value)}%",
        KpiUnit.Months => value == 1 ? "1 month" : $"{Number(value)} months",
        KpiUnit.MillionPounds => $"£{Number(value)} million",
        KpiUnit.PerHundred => $"{Number(value)} for each 100",
        _ => Number(value),
    };

    public static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
