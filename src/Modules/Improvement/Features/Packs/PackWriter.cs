using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Improvement.Features.Packs;

/// <summary>
/// Writes a pack from its facts: the headline, then what children and families said, then what changed, what is late, what comes, figures, risks,
/// decisions, and every part. Nothing here reads a clock or a database.
/// </summary>
internal static class PackWriter
{
    private static readonly (string Id, string Text, Action<PackPage, PackFacts> Write)[] Sections =
    [
        ("headline", "The headline", Headline),
        ("voices", "What children, young people and families said", Voices),
        ("changed", "What changed since the last board", Changed),
        ("overdue", "What is late", Overdue),
        ("next", "The next six weeks", Next),
        ("figures", "Figures", Figures),
        ("risks", "Risks, and parts that wait for others", (page, facts) => PackMatters.Write(page, facts, [MatterKind.Risk, MatterKind.Dependency], "No risk and no dependency is open.")),
        ("decisions", "Decisions that are needed", (page, facts) => PackMatters.Write(
            page, facts, [MatterKind.Decision, MatterKind.Challenge, MatterKind.Escalation], "No decision, challenge or escalation is open.")),
        ("overridden", "Colours that somebody overrode", Overridden),
        ("parts", "Every part of the plan", Parts),
    ];

    public static byte[] Write(PackFacts facts)
    {
        var page = new PackPage($"SEND Partnership Board of {facts.Board.Long()}: the improvement plan")
            .Paragraph($"{facts.Plan}. As it stood on {facts.AsAt.Long()}. Colours follow from dates, updates and evidence; nobody chooses them. SEND is short for special educational needs and disabilities.")
            .Contents(Sections.Select(section => (section.Id, section.Text)));
        foreach (var (id, text, write) in Sections)
        {
            write(page.Heading(id, text), facts);
        }

        return page.ToBytes();
    }

    private static void Headline(PackPage page, PackFacts facts)
    {
        var parts = facts.Parts;
        var late = parts.Where(part => part.IsLate).ToList();
        var slowest = late.MaxBy(part => part.DaysLate);
        page.List(
        [
            late.Count == 0 ? "No part is late." : $"{late.Count} of {parts.Count} parts are late. The one that is late longest is {slowest!.Reference}: {slowest.DaysLate} days.",
            $"{parts.Count(part => part.Colour == Brag.Blue)} parts are done and shown to have made a difference. {parts.Count(part => part.StepsDone == 100 && part.Colour != Brag.Blue)} more are done, and nobody has shown yet that they made one.",
            $"{parts.Count(part => part.Moves == 0)} of {parts.Count} parts still have the date of the plan.",
            $"{parts.Count(part => part.Told is not null)} of {parts.Count} parts have an update for this board.",
            $"{parts.Count(part => part.Overridden is not null)} colours are overridden.",
            $"{facts.Matters.Count} matters are open.",
        ]);
        var counts = parts.CountBy(part => part.Colour).ToDictionary();
        var last = facts.Last;
        page.Table(
            "Parts by colour",
            last is null ? ["Colour", "Parts"] : ["Colour", "Parts", $"At the board of {last.Board.Long()}"],
            Enum.GetValues<Brag>().Select(colour => (IReadOnlyList<string>)(last is null
                ? [BragWords.Of(colour), $"{counts.GetValueOrDefault(colour)}"]
                : [BragWords.Of(colour), $"{counts.GetValueOrDefault(colour)}", $"{last.Colours.GetValueOrDefault(colour)}"])));
    }

    private static void Voices(PackPage page, PackFacts facts)
    {
        var told = facts.Parts.Where(part => part.Told is not null).ToList();
        var heard = told.Where(part => part.Told!.Voice is not null).ToList();
        page.Paragraph(told.Count == 0 ? "No update was written for this board, so nobody was heard." : $"{heard.Count} of {told.Count} updates say what children, young people or families said.");
        PackVoices.Write(page, facts);
        foreach (var part in heard)
        {
            page.Subheading($"Part {part.Reference}").Quote(part.Told!.Voice!);
        }

        var silent = told.Where(part => part.Told!.Voice is null).ToList();
        if (silent.Count > 0)
        {
            page.Subheading("Nobody was asked").List(silent.Select(part => $"{part.Reference}: {part.Told!.NoVoice}"));
        }
    }

    private static void Changed(PackPage page, PackFacts facts)
    {
        if (facts.Last is not { } last)
        {
            page.Paragraph("This is the first pack: there is nothing to compare it with.");
            return;
        }

        page.Paragraph(
            $"Compared with the pack of the board of {last.Board.Long()}. {last.RaisedSince} matters are new and {last.ClosedSince} were closed.");
        if (facts.Changes.Count == 0)
        {
            page.Paragraph("No colour, no date and no share of steps has changed.");
            return;
        }

        page.List(facts.Changes.GroupBy(change => change.Reference).Select(part => $"{part.Key}: {string.Join("; ", part.Select(change => change.What))}."));
    }

    private static void Overdue(PackPage page, PackFacts facts)
    {
        var late = facts.Parts.Where(part => part.IsLate).OrderByDescending(part => part.DaysLate).ToList();
        if (late.Count == 0)
        {
            page.Paragraph("No part is late.");
            return;
        }

        page.Table(
            "Parts that are late, the latest first",
            ["Part", "Days late", "Was due", "Date in the plan", "Steps done", "Accountable"],
            late.Select(part => (IReadOnlyList<string>)[part.Reference, $"{part.DaysLate}", part.Due.Long(), part.FirstDue.Long(), Steps(part), part.Leads]));
    }

    private static void Next(PackPage page, PackFacts facts)
    {
        var until = facts.AsAt.AddDays(PartFacts.DaysOfACycle);
        var due = facts.Parts.Where(part => part.Due >= facts.AsAt && part.Due <= until && part.StepsDone != 100).OrderBy(part => part.Due).ToList();
        page.Paragraph(due.Count == 0 ? $"No part is due from {facts.AsAt.Long()} to {until.Long()}." : $"{due.Count} parts are due from {facts.AsAt.Long()} to {until.Long()}.");
        if (due.Count > 0)
        {
            page.Table("Parts that are due next", ["Part", "Due", "Steps done", "Colour"], due.Select(part => (IReadOnlyList<string>)[part.Reference, part.Due.Long(), Steps(part), BragWords.Of(part.Colour)]));
        }

        foreach (var part in facts.Parts.Where(part => part.Told is not null))
        {
            page.Subheading($"Part {part.Reference}: what comes next").Paragraph(part.Told!.Next);
        }
    }

    private static void Figures(PackPage page, PackFacts facts)
    {
        var exceptions = facts.Figures.Where(figure => figure.Exception is not null).ToList();
        page.Subheading("What to look at");
        if (exceptions.Count == 0)
        {
            page.Paragraph("No figure is outside its limits, or none has limits yet.");
        }
        else
        {
            page.List(exceptions.Select(figure => $"{figure.Name}: {figure.Figure}. {figure.Exception}"));
        }

        page.Table(
            "All figures",
            ["Figure", "Time", "Value", "Aim"],
            facts.Figures.Select(figure => (IReadOnlyList<string>)[figure.Name, figure.Period, figure.Figure, figure.Aim ?? "none set"]));
    }

    private static void Overridden(PackPage page, PackFacts facts)
    {
        var overridden = facts.Parts.Where(part => part.Overridden is not null).ToList();
        if (overridden.Count == 0)
        {
            page.Paragraph("None.");
            return;
        }

        page.List(overridden.Select(part => $"{part.Reference}: shown as “{BragWords.Of(part.Colour)}”. {part.Overridden}"));
    }

    private static void Parts(PackPage page, PackFacts facts)
    {
        foreach (var area in facts.Parts.GroupBy(part => part.Area))
        {
            page.Table(
                $"Area {area.Key}",
                ["Part", "What", "Due", "Colour and why", "Steps done", "What was done", "The difference it made"],
                area.Select(part => (IReadOnlyList<string>)
                [
                    part.Reference,
                    part.Text,
                    part.Due == part.FirstDue ? part.Due.Long() : $"{part.Due.Long()}; in the plan {part.FirstDue.Long()}",
                    $"{BragWords.Of(part.Colour)}. {part.Why}",
                    Steps(part),
                    part.Told?.Done ?? "No update for this board",
                    part.Told?.Difference ?? "No update for this board",
                ]));
        }
    }

    private static string Steps(PackPart part) => part.StepsDone is { } steps ? $"{steps} %" : "not known";
}
