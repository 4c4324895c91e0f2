using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Improvement.Files;

/// <summary>Tells whoever has filled in an older form, or sends another table, what stands there beside what should.</summary>
internal static class FormColumns
{
    /// <summary>All that the file's reader said, with that first; null when no column is missing.</summary>
    /// <param name="content">As it was read with these columns.</param>
    /// <param name="columns">Of this year's form.</param>
    /// <param name="what">What is copied into the form, in the plural.</param>
    public static IReadOnlyList<ImportProblem>? Missing(CsvContent content, IReadOnlyList<string> columns, string what)
    {
        if (!content.Problems.Any(problem => columns.Contains(problem.Column) && problem.Message.StartsWith("There is no column", StringComparison.Ordinal)))
        {
            return null;
        }

        var theirs = content.Rows is [var first, ..] ? string.Join(", ", first.Columns.Where(column => column.Length > 0 && !columns.Contains(column, StringComparer.OrdinalIgnoreCase))) : "";
        return
        [
            new ImportProblem(
                1, "", $"These are not the columns of this year’s form{(theirs.Length > 0 ? $": it does not know {theirs}" : "")}. They are {string.Join(", ", columns)}. Take the empty form from the page and copy the {what} into it."),
            .. content.Problems,
        ];
    }
}
