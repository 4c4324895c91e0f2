using System.Globalization;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Feedback.Surveys;

/// <summary>One line of a file of survey figures.</summary>
internal sealed record SurveyLine(SurveyMeasure Measure, DateOnly On, int Answers, int Positive, string Source);

/// <summary>Reads figures of surveys and names every line and column that makes no sense.</summary>
internal static class SurveyFile
{
    public const int MaximumBytes = 1_000_000;

    private const int OldestYears = 10;
    private const int MostAnswers = 1_000_000;

    public static readonly IReadOnlyList<string> Columns = ["measure", "on", "answers", "positive", "source"];

    /// <summary>The empty form.</summary>
    public static byte[] Form => CsvExport.Write([.. Columns], []);

    public static (IReadOnlyList<SurveyLine> Lines, IReadOnlyList<ImportProblem> Problems) Read(ImportFile file, DateOnly today)
    {
        if (file.Length > MaximumBytes)
        {
            return ([], [new ImportProblem(1, "", "The file is larger than 1 MB. Split it and load the parts one after the other.")]);
        }

        var content = CsvTable.Read(file, Columns);
        List<ImportProblem> problems = [.. content.Problems];
        List<SurveyLine> lines = [];
        HashSet<(SurveyMeasure, DateOnly)> seen = [];
        foreach (var row in content.Rows)
        {
            if (ReadRow(row, today, problems) is not { } line)
            {
                continue;
            }

            if (seen.Add((line.Measure, line.On)))
            {
                lines.Add(line);
            }
            else
            {
                problems.Add(new ImportProblem(row.Line, "on", "This measure and day stand twice in this file. Keep one of the lines."));
            }
        }

        if (content.Rows.Count == 0 && problems.Count == 0)
        {
            problems.Add(new ImportProblem(2, "", "The file has no figures under its first line."));
        }

        return (lines, [.. problems.OrderBy(problem => problem.Line)]);
    }

    private static SurveyLine? ReadRow(CsvRow row, DateOnly today, List<ImportProblem> problems)
    {
        var before = problems.Count;
        void Say(string column, string message) => problems.Add(new ImportProblem(row.Line, column, message));
        var known = Enum.GetValues<SurveyMeasure>();
        var measure = Array.FindIndex(known, one => WorkingGroupWords.Code(one).Equals(row["measure"], StringComparison.OrdinalIgnoreCase));
        if (measure < 0)
        {
            Say("measure", $"Write one of {string.Join(", ", known.Select(WorkingGroupWords.Code))}.");
        }

        if (!DateOnly.TryParseExact(row["on"], ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
        {
            Say("on", "Write a day, like 2026-09-30 or 30/09/2026.");
        }
        else if (on > today || on < today.AddYears(-OldestYears))
        {
            Say("on", "The day lies ahead, or more than ten years back.");
        }

        var (answers, positive) = (Count(row["answers"]), Count(row["positive"]));
        if (answers is null or 0)
        {
            Say("answers", "Write how many people answered, in digits, 1 or more.");
        }

        if (positive is null)
        {
            Say("positive", "Write how many said so, in digits, 0 or more.");
        }
        else if (positive > answers)
        {
            Say("positive", "More said so than answered. Check both.");
        }

        if (row["source"].Length is 0 or > SurveyFigure.MaximumSource)
        {
            Say("source", "Write which survey it is, in 200 characters or fewer.");
        }

        return problems.Count == before ? new SurveyLine(known[measure], on, answers!.Value, positive!.Value, row["source"]) : null;
    }

    private static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostAnswers ? count : null;
}
