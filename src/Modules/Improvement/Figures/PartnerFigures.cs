using System.Globalization;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Files;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Improvement.Figures;

/// <summary>One line of a partner's file, read.</summary>
internal sealed record PartnerFigure(int Line, ImprovementKpi Kpi, DateOnly From, DateOnly Until, decimal Numerator, decimal? Denominator, string Source);

/// <summary>Reads a partner's file: each line that makes no sense is named, with what to do about it.</summary>
internal static class PartnerFigures
{
    /// <summary>A page and the command line take no larger file: some ten thousand lines.</summary>
    public const int MaximumBytes = 1_000_000;

    public static readonly IReadOnlyList<string> Columns = ["code", "from", "until", "numerator", "denominator", "source"];

    private const int OldestYears = 10;
    private const decimal Largest = 1_000_000_000;

    /// <summary>The empty form, with a line that explains itself.</summary>
    public static byte[] Form => CsvExport.Write([.. Columns], []);

    public static (IReadOnlyList<PartnerFigure> Figures, IReadOnlyList<ImportProblem> Problems) Read(
        ImportFile file, IReadOnlyDictionary<string, ImprovementKpi> kpis, DateOnly today)
    {
        if (file.Length > MaximumBytes)
        {
            return ([], [new ImportProblem(1, "", "The file is larger than 1 MB. Split it and load the parts one after the other.")]);
        }

        var content = CsvTable.Read(file, Columns);
        List<ImportProblem> problems = [.. content.Problems];
        if (FormColumns.Missing(content, Columns, "figures") is { } others)
        {
            return ([], others);
        }

        List<PartnerFigure> figures = [];
        HashSet<(string, DateOnly)> seen = [];
        foreach (var row in content.Rows)
        {
            List<ImportProblem> wrong = [];
            var figure = ReadRow(row, kpis, today, wrong);
            if (figure is not null && seen.Add((figure.Kpi.Code, figure.Until)))
            {
                figures.Add(figure);
            }
            else if (figure is not null)
            {
                wrong.Add(new ImportProblem(row.Line, "until", $"{figure.Kpi.Code} until {figure.Until:yyyy-MM-dd} stands twice in this file. Keep one of the lines."));
            }

            problems.AddRange(wrong);
        }

        if (content.Rows.Count == 0 && problems.Count == 0)
        {
            problems.Add(new ImportProblem(2, "", "The file has no figures under its first line."));
        }

        return (figures, problems);
    }

    private static PartnerFigure? ReadRow(CsvRow row, IReadOnlyDictionary<string, ImprovementKpi> kpis, DateOnly today, List<ImportProblem> wrong)
    {
        void Say(string column, string message) => wrong.Add(new ImportProblem(row.Line, column, message));
        if (!kpis.TryGetValue(row["code"].ToUpperInvariant(), out var kpi))
        {
            Say("code", "There is no number with this code. Write one like K10; the page of numbers lists them.");
        }
        else if (kpi.Feed is not null)
        {
            Say("code", $"{kpi.Code} is counted by this site: nobody sends it in.");
        }

        var (from, until) = (Day(row, "from", Say), Day(row, "until", Say));
        if (from is { } begin && until is { } end)
        {
            if (end < begin)
            {
                Say("until", "The time ends before it begins. Swap the two days.");
            }
            else if (end > today)
            {
                Say("until", "This time has not ended yet. Send its figure when it has.");
            }
            else if (begin < today.AddYears(-OldestYears) || end > begin.AddYears(1))
            {
                Say("from", "A figure is for a year at most, and not older than ten years. Check the years.");
            }
        }

        var numerator = Number(row, "numerator", Say);
        var denominator = row["denominator"].Length == 0 ? null : Number(row, "denominator", Say);
        var isShare = kpi?.Unit is KpiUnit.Percent or KpiUnit.PerHundred;
        if (row["numerator"].Length == 0)
        {
            Say("numerator", "Write how many. Leave the whole line out when nobody knows.");
        }

        if (isShare && row["denominator"].Length == 0)
        {
            Say("denominator", "This number is a share: write of how many.");
        }
        else if (kpi is not null && !isShare && row["denominator"].Length > 0)
        {
            Say("denominator", "This number is a plain count: leave this empty.");
        }
        else if (denominator == 0)
        {
            Say("denominator", "A share of nothing cannot be worked out. Leave the line out.");
        }
        else if (kpi?.Unit == KpiUnit.Percent && numerator > denominator)
        {
            Say("numerator", "More were counted than there are: the numerator is above the denominator. Check both.");
        }

        if (row["source"].Length is 0 or > 200)
        {
            Say("source", "Write who sends it and from what system, in 200 characters or fewer.");
        }

        return wrong.Count == 0 ? new PartnerFigure(row.Line, kpi!, from!.Value, until!.Value, numerator!.Value, denominator, row["source"]) : null;
    }

    private static DateOnly? Day(CsvRow row, string column, Action<string, string> say)
    {
        if (DateOnly.TryParseExact(row[column], ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        say(column, "Write a day, like 2026-09-30 or 30/09/2026.");
        return null;
    }

    private static decimal? Number(CsvRow row, string column, Action<string, string> say)
    {
        if (row[column].Length == 0)
        {
            return null;
        }

        if (decimal.TryParse(row[column], NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number <= Largest)
        {
            return number;
        }

        say(column, "Write a number of 0 or more, in digits, without a unit.");
        return null;
    }
}
