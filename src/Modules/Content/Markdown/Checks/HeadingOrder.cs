namespace Medway.LocalOffer.Content.Markdown.Checks;

/// <summary>People who listen find their way by the headings: none empty, none skipped.</summary>
internal static class HeadingOrder
{
    private const int Title = 1;
    private const int Deepest = 4;

    public static void Check(Reading reading)
    {
        var before = Title;
        foreach (var heading in reading.Headings)
        {
            if (heading.Text.Length == 0)
            {
                Fault(reading, heading, "This heading is empty. Write its words, or take the # marks away.");
            }

            if (heading.Level == Title)
            {
                Fault(reading, heading, "The page's title is its only main heading. Use ## here.");
            }
            else if (heading.Level > Deepest)
            {
                Fault(reading, heading, "Headings go down to ####. Use a shorter part, or plain words.");
            }
            else if (heading.Level > before + 1)
            {
                Fault(reading, heading, $"This heading skips a level: use {new string('#', before + 1)} here.");
            }

            if (heading.Text.EndsWith('.') || heading.Text.EndsWith(':'))
            {
                reading.Problems.Add(new TextProblem(heading.Line, Weight.Hint, "A heading needs no full stop and no colon."));
            }

            before = Math.Max(Title, Math.Min(heading.Level, Deepest));
        }

        foreach (var twice in reading.Headings.Where(heading => heading.Text.Length > 0).GroupBy(heading => (heading.Level, heading.Text)).SelectMany(same => same.Skip(1)))
        {
            reading.Problems.Add(new TextProblem(twice.Line, Weight.Hint, $"Another heading says “{twice.Text}” too. Say what is different here."));
        }
    }

    private static void Fault(Reading reading, ReadHeading heading, string message) => reading.Problems.Add(new TextProblem(heading.Line, Weight.Error, message));
}
