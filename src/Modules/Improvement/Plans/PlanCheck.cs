using System.Globalization;
using System.Text.RegularExpressions;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Improvement.Plans;

/// <summary>Looks for what keeps a file from being a plan, line by line and column by column.</summary>
internal sealed partial class PlanCheck(TakenByPlans taken)
{
    public const string Plan = "plan";
    public const string Area = "area";
    public const string Action = "action";
    public const string Part = "part";

    private const int LongestReference = 20;
    private const int LongestTitle = 200;
    private const int LongestText = 4000;

    private readonly List<ImportProblem> problems = [];
    private readonly HashSet<(string Kind, string Reference)> seen = [];

    public IReadOnlyList<ImportProblem> Problems => problems;

    public static string KindOf(CsvRow row) => row["kind"].ToLowerInvariant();

    /// <summary>The last day of a month still keeps the promise.</summary>
    public static DateOnly? Month(string typed) =>
        DateOnly.TryParseExact(typed + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first.AddMonths(1).AddDays(-1) : null;

    public void Look(IReadOnlyList<CsvRow> rows)
    {
        foreach (var row in rows)
        {
            LookAt(row);
        }

        foreach (var row in rows)
        {
            var above = KindOf(row) switch { Action => Area, Part => Action, _ => null };
            if (above is not null && !seen.Contains((above, row["of"])))
            {
                Say(row, "of", $"There is no {above} with this reference in the file. Write the reference of the {above} that it belongs to.");
            }
        }

        var plans = rows.Where(row => KindOf(row) == Plan).ToList();
        if (plans.Count == 0)
        {
            problems.Add(new ImportProblem(2, "kind", "The file says of which plan it is nowhere. Add a line of the kind plan, with a reference and a title."));
        }

        foreach (var more in plans.Skip(1))
        {
            Say(more, "kind", "A file is about one plan, and this is another one. Make a file of each.");
        }

        if (!rows.Any(row => KindOf(row) == Part))
        {
            problems.Add(new ImportProblem(2, "kind", "The plan has no part: nothing in it is to be done by a date. Add lines of the kind part."));
        }
    }

    private void LookAt(CsvRow row)
    {
        var kind = KindOf(row);
        if (kind is not (Plan or Area or Action or Part))
        {
            Say(row, "kind", "Write plan, area, action or part.");
            return;
        }

        Reference(row, kind);
        switch (kind)
        {
            case Plan:
                Words(row, "title", LongestTitle, "Write the title of the plan.");
                break;
            case Area:
                Words(row, "title", LongestTitle, "Write the title of the area.");
                Words(row, "leads", LongestText, "Write who leads the area, as a role.");
                Words(row, "governance", LongestText, "Write who governs the area.");
                break;
            case Action:
                Words(row, "text", LongestText, "Write what is done, as the plan says it.");
                Words(row, "due", LongestTitle, "Write by when, as the plan says it.");
                Words(row, "impact", LongestText, "Write what it is to change.");
                Leads(row);
                break;
            default:
                Words(row, "text", LongestText, "Write what is done, as the plan says it.");
                Due(row);
                break;
        }

        foreach (var column in PlanFile.Columns.Where(column => row[column].Length > LongestText))
        {
            Say(row, column, $"This is longer than {LongestText} characters. Shorten it.");
        }
    }

    private void Reference(CsvRow row, string kind)
    {
        var reference = row["reference"];
        if (kind == Area && !(int.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100 && reference == number.ToString(CultureInfo.InvariantCulture)))
        {
            Say(row, "reference", "Write the number of the area, from 1 to 99.");
        }
        else if (kind == Plan && !Slug().IsMatch(reference))
        {
            Say(row, "reference", "Write a short name in small letters, digits and hyphens, like strategy-2025.");
        }
        else if (reference.Length is 0 or > LongestReference * 2 || (kind is Action or Part && reference.Length > LongestReference))
        {
            Say(row, "reference", $"Write the reference of the {kind}, in {LongestReference} characters or fewer.");
        }
        else if (kind == Plan && taken.Slugs.Contains(reference))
        {
            Say(row, "reference", "A plan with this name is loaded already, and its words never change here. Give this one another name.");
        }
        else if (kind is Action or Part && taken.References.Contains(reference))
        {
            Say(row, "reference", $"Another plan has {reference} already. Write a letter before it, like S{reference}, wherever it stands in this file.");
        }
        else if (!seen.Add((kind, reference)))
        {
            Say(row, "reference", $"This {kind} stands twice in the file. Keep one of the lines, or give it another reference.");
        }
    }

    private void Leads(CsvRow row)
    {
        Words(row, "leads", LongestText, "Write who is accountable, as roles with a slash between them.");
        if (LeadRoles.Of(row["leads"]).Any(role => role.Length > LeadHolder.MaximumRole))
        {
            Say(row, "leads", $"A role is longer than {LeadHolder.MaximumRole} characters. Write a slash between roles.");
        }
    }

    private void Due(CsvRow row)
    {
        if (Month(row["due"]) is not { } due)
        {
            Say(row, "due", "Write the month by which it is done, like 2026-12.");
        }
        else if (due.Year is < 2015 or > 2060)
        {
            Say(row, "due", "This year is not of our time. Check it.");
        }

        if (row["recurring"].Length > 0 && BragWords.OfRecurring(row["recurring"]) == row["recurring"])
        {
            Say(row, "recurring", "Write every_month, every_two_months or every_term, or leave it empty for what ends.");
        }
    }

    private void Words(CsvRow row, string column, int longest, string empty)
    {
        if (row[column].Length == 0)
        {
            Say(row, column, empty);
        }
        else if (row[column].Length > longest && longest < LongestText)
        {
            Say(row, column, $"Write {longest} characters or fewer.");
        }
    }

    private void Say(CsvRow row, string column, string message) => problems.Add(new ImportProblem(row.Line, column, message));

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,39}$")]
    private static partial Regex Slug();
}
