using System.Globalization;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Settings;

namespace Medway.LocalOffer.Improvement.Figures;

/// <summary>A share that the Department for Education has published.</summary>
/// <param name="IsWithExceptions">Whether plans with an exception count.</param>
internal sealed record NationalFigure(string Series, int Year, bool IsWithExceptions, decimal Numerator, decimal Denominator);

/// <summary>Reads the national table of timeliness, by the names of its columns. It counts plans that were issued in a calendar year.</summary>
internal static class NationalFigures
{
    /// <summary>The table has one row a council and year.</summary>
    public const int MaximumBytes = 20_000_000;

    public const string Published = "medway, as published";

    public const string Source = "Department for Education, national table of timeliness";

    public static readonly IReadOnlyList<string> Columns =
        ["time_period", "geographic_level", "la_name", "plans_issued_den", "plans_issued_within_20_weeks", "plans_issued_den_ex", "plans_issued_20_weeks_ex"];

    private const string Ours = "Medway";
    private const int FirstYear = 2010;

    /// <summary>Nobody has confirmed which they are.</summary>
    public static readonly Setting<string?> Neighbours = new(
        "improvement.statistical-neighbours", null, "Councils with which Medway is compared, by their names in the national tables, separated by semicolons; empty: England only",
        complaint: names => names?.Length > 500 ? "Write at most 500 characters" : null);

    public static IReadOnlyList<Setting> Settings => [Neighbours];

    public static (IReadOnlyList<NationalFigure> Figures, IReadOnlyList<ImportProblem> Problems, int Rows) Read(ImportFile file, IReadOnlyCollection<string> neighbours, DateOnly today)
    {
        if (file.Length > MaximumBytes)
        {
            return ([], [new ImportProblem(1, "", "The file is larger than 20 MB. Is it the table of timeliness?")], 0);
        }

        List<NationalFigure> figures = [];
        List<ImportProblem> problems = [];
        var rows = 0;
        foreach (var (row, problem) in CsvTable.Lines(file, Columns))
        {
            if (problem is not null)
            {
                problems.Add(problem);
            }
            else if (problems.Exists(one => one.Line == 1))
            {
                return ([], problems, 0);
            }
            else if (row is not null)
            {
                rows++;
                if (SeriesOf(row, neighbours) is { } series)
                {
                    figures.AddRange(Read(row, series, today, problems));
                }
            }
        }

        if (problems.Count == 0 && figures.Count == 0)
        {
            problems.Add(new ImportProblem(1, "", "There is no row of England or Medway in this file with figures that were published. Is it the table of timeliness?"));
        }

        if (figures.GroupBy(figure => (figure.Series, figure.Year, figure.IsWithExceptions)).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            problems.Add(new ImportProblem(1, "la_name", $"{twice.Key.Series} stands twice for {twice.Key.Year}. Keep one row for each council and year."));
        }

        return (figures, problems, rows);
    }

    private static string? SeriesOf(CsvRow row, IReadOnlyCollection<string> neighbours) => (row["geographic_level"].ToUpperInvariant(), row["la_name"]) switch
    {
        ("NATIONAL", _) => KpiFigure.England,
        (_, Ours) => Published,
        (_, var name) when neighbours.Contains(name, StringComparer.OrdinalIgnoreCase) => $"neighbour: {(name.Length > 40 ? name[..40] : name)}",
        _ => null,
    };

    private static List<NationalFigure> Read(CsvRow row, string series, DateOnly today, List<ImportProblem> problems)
    {
        if (!int.TryParse(row["time_period"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < FirstYear || year >= today.Year)
        {
            problems.Add(new ImportProblem(row.Line, "time_period", "Write a calendar year that has ended, like 2024."));
            return [];
        }

        List<NationalFigure> figures = [];
        foreach (var (isWithExceptions, part, whole) in new[] { (true, "plans_issued_within_20_weeks", "plans_issued_den"), (false, "plans_issued_20_weeks_ex", "plans_issued_den_ex") })
        {
            if (Count(row, part, problems) is not { } numerator || Count(row, whole, problems) is not { } denominator || denominator == 0)
            {
                continue;
            }

            if (numerator > denominator)
            {
                problems.Add(new ImportProblem(row.Line, part, "More were counted than there are: the numerator is above the denominator."));
            }
            else
            {
                figures.Add(new NationalFigure(series, year, isWithExceptions, numerator, denominator));
            }
        }

        return figures;
    }

    /// <summary>A letter, or a mark, stands where the Department keeps a number back.</summary>
    private static decimal? Count(CsvRow row, string column, List<ImportProblem> problems)
    {
        var cell = row[column];
        if (cell is "c" or "k" or "u" or "x" or "z" or ":" or "." or ".." or "low" or "")
        {
            return null;
        }

        if (decimal.TryParse(cell, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        problems.Add(new ImportProblem(row.Line, column, "Write a whole number, or the letter that the Department puts where it keeps one back."));
        return null;
    }
}
