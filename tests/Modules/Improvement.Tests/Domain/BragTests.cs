using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Improvement.Tests.Domain;

/// <summary>The truth table row by row, then whatever a year or two can do to a part.</summary>
public sealed class BragTests
{
    private static readonly DateOnly Start = new(2026, 1, 5);
    private static readonly PartFacts Fine = new()
    {
        DaysPastDue = 0,
        Moves = 0,
        StepsDone = 50,
        HasReported = true,
        HasClosedCycle = true,
        CyclesSinceUpdate = 0,
        IsDueWithinOneCycle = false,
        HasEvidenceInDate = true,
        PeriodsMet = 0,
    };

    public static TheoryData<string> Rows => [.. Table.Select(row => row.Name)];

    private static (string Name, PartFacts Part, Brag Colour)[] Table =>
    [
        ("nothing is wrong", Fine, Brag.Green),
        ("done, impact met twice", Fine with { StepsDone = 100, PeriodsMet = 2 }, Brag.Blue),
        ("done, impact met twice, late and moved", Fine with { StepsDone = 100, PeriodsMet = 2, DaysPastDue = 400, Moves = 3 }, Brag.Blue),
        ("done, impact met once", Fine with { StepsDone = 100, PeriodsMet = 1 }, Brag.Amber),
        ("done, impact not looked at", Fine with { StepsDone = 100, DaysPastDue = 10 }, Brag.Amber),
        ("not done, impact met twice", Fine with { PeriodsMet = 2 }, Brag.Green),
        ("loaded, no board yet", Fine with { HasReported = false, HasClosedCycle = false, DaysPastDue = 500, StepsDone = 0 }, Brag.Grey),
        ("a board has met, nothing told, late", Fine with { HasReported = false, StepsDone = 0, DaysPastDue = 500, CyclesSinceUpdate = 1 }, Brag.Red),
        ("late by a day", Fine with { DaysPastDue = 1 }, Brag.Red),
        ("late and silent: overdue beats silent", Fine with { DaysPastDue = 1, CyclesSinceUpdate = 5 }, Brag.Red),
        ("moved twice", Fine with { Moves = 2 }, Brag.Red),
        ("it comes back and was missed once", Fine with { MissedPeriods = 1 }, Brag.Red),
        ("done, and missed since", Fine with { StepsDone = 100, MissedPeriods = 2 }, Brag.Red),
        ("its number was worse twice in a row", Fine with { Numbers = new("K10", false) }, Brag.Red),
        ("done, and its number was worse twice in a row", Fine with { StepsDone = 100, Numbers = new("K10", false) }, Brag.Red),
        ("done, impact met twice, its number worse", Fine with { StepsDone = 100, PeriodsMet = 2, Numbers = new("K10", false) }, Brag.Blue),
        ("nobody has a figure of its numbers", Fine with { Numbers = new(null, true) }, Brag.Grey),
        ("late, and nobody has a figure: overdue beats silent", Fine with { DaysPastDue = 1, Numbers = new(null, true) }, Brag.Red),
        ("moved once, and nobody has a figure", Fine with { Moves = 1, Numbers = new(null, true) }, Brag.Grey),
        ("silent for two boards", Fine with { CyclesSinceUpdate = 2 }, Brag.Grey),
        ("due soon, under three quarters", Fine with { IsDueWithinOneCycle = true, StepsDone = 74 }, Brag.Amber),
        ("due soon, three quarters", Fine with { IsDueWithinOneCycle = true, StepsDone = 75 }, Brag.Green),
        ("moved once", Fine with { Moves = 1 }, Brag.Amber),
        ("silent for one board", Fine with { CyclesSinceUpdate = 1 }, Brag.Amber),
        ("no evidence in date", Fine with { HasEvidenceInDate = false }, Brag.Amber),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    [Proves("improvement")]
    public void Of_EachRowOfTheTable_IsItsColour(string name)
    {
        var (_, part, colour) = Table.Single(row => row.Name == name);

        BragRules.Of(part).Colour.ShouldBe(colour);
    }

    [Fact]
    [Proves("improvement")]
    public void Of_HundredThousandHistories_NeverFlatters()
    {
        var random = new Random(9);
        var colours = new int[5];
        List<string> wrong = [];
        for (var one = 0; one < 100_000; one++)
        {
            var (part, boards, today, says) = AnyHistory(random);
            var facts = PartFacts.On(today, part, boards);
            var computed = BragRules.Of(facts).Colour;
            var shown = BragOverride.Shown(computed, says, facts, today);
            colours[(int)shown]++;

            // Told from the rows themselves, not from what the rules made of them.
            var done = part.Updates.Count > 0 && part.Updates[^1].StepsDone == 100;
            var late = today > (part.Moves.Count > 0 ? part.Moves[^1] : part.Original) && !done;
            if (shown == Brag.Green && late)
            {
                wrong.Add($"{one}: green while late");
            }

            if (shown == Brag.Green && (part.Numbers.Worse is not null || part.Numbers.IsWithoutData))
            {
                wrong.Add($"{one}: green while its numbers say no");
            }

            var owners = part.Updates.Select(update => update.By).Concat(part.Leads).ToHashSet();
            var seen = part.Impacts.Where(impact => impact.IsMet && !owners.Contains(impact.By)).Select(impact => impact.PeriodEnd.DayNumber).ToList();
            if (shown == Brag.Blue && (!done || seen.Count == 0 || seen.Max() - seen.Min() < 28))
            {
                wrong.Add($"{one}: blue without its impact shown");
            }
        }

        wrong.ShouldBeEmpty();
        colours.ShouldAllBe(count => count >= 1_000, string.Join(", ", colours));
    }

    [Fact]
    [Proves("improvement")]
    public void On_ByWhoeverDidTheWork_CountsForNothing()
    {
        var part = new PartHistory(
            Start.AddDays(100), Start, [], [new(Start.AddDays(10), 100, "one")], [new(Start, true, "one"), new(Start.AddDays(50), true, "one")], [])
        { Leads = ["lead"] };

        PeriodsMet(part).ShouldBe(0, "they wrote of it");
        PeriodsMet(part with { Impacts = [new(Start, true, "lead"), new(Start.AddDays(50), true, "lead")] }).ShouldBe(0, "they lead it");
        PeriodsMet(part with { Impacts = [new(Start, true, "two"), new(Start.AddDays(50), true, "two")] }).ShouldBe(2);
        PeriodsMet(part with { Impacts = [new(Start, true, "two"), new(Start.AddDays(50), false, "two")] }).ShouldBe(0);
    }

    [Theory]
    [Proves("improvement")]
    [InlineData(1, 0, 3)]
    [InlineData(1, 0, 27)]
    [InlineData(2, 0, 28)]
    [InlineData(2, 0, 27, 28)]
    [InlineData(2, 0, 10, 20, 30, 40)]
    [InlineData(3, 0, 10, 28, 40, 56)]
    public void On_LooksCloserThanAPeriod_AreOne(int periods, params int[] days) =>
        PeriodsMet(new PartHistory(Start.AddDays(100), Start, [], [], [.. days.Select(day => new ImpactFact(Start.AddDays(day), true, "partner"))], [])).ShouldBe(periods);

    private static int PeriodsMet(PartHistory part) => PartFacts.On(Start.AddDays(60), part, []).PeriodsMet;

    [Theory]
    [InlineData(nameof(Brag.Red), nameof(Brag.Amber), true)]
    [InlineData(nameof(Brag.Red), nameof(Brag.Green), false)]
    [InlineData(nameof(Brag.Amber), nameof(Brag.Green), true)]
    [InlineData(nameof(Brag.Green), nameof(Brag.Blue), false)]
    [InlineData(nameof(Brag.Blue), nameof(Brag.Green), false)]
    [InlineData(nameof(Brag.Grey), nameof(Brag.Red), false)]
    [InlineData(nameof(Brag.Green), nameof(Brag.Amber), true)]
    public void Override_IsOneStepAndNeverBlue(string from, string to, bool allowed) =>
        BragOverride.IsAllowed(Enum.Parse<Brag>(from), Enum.Parse<Brag>(to), Fine).ShouldBe(allowed);

    [Fact]
    public void Shown_AfterItsBoard_IsTheRuleAgain()
    {
        BragOverride says = new(Brag.Amber, Start);

        BragOverride.Shown(Brag.Red, says, Fine, Start).ShouldBe(Brag.Amber);
        BragOverride.Shown(Brag.Red, says, Fine, Start.AddDays(1)).ShouldBe(Brag.Red);
    }

    private static (PartHistory Part, IReadOnlyList<DateOnly> Boards, DateOnly Today, BragOverride? Says) AnyHistory(Random random)
    {
        List<DateOnly> boards = [.. Enumerable.Range(0, 18).Select(number => Start.AddDays((number * 42) + random.Next(10)))];
        var today = Start.AddDays(random.Next(700));
        var original = Start.AddDays(random.Next(-100, 900));
        List<DateOnly> moves = [];
        while (random.Next(4) == 0)
        {
            moves.Add((moves.Count > 0 ? moves[^1] : original).AddDays(random.Next(1, 400)));
        }

        List<UpdateFact> updates = [];
        var steps = 0;
        var silent = random.Next(6) == 0;
        foreach (var board in boards.Where(board => board <= today.AddDays(42)))
        {
            if (random.Next(5) > (silent ? 3 : 0))
            {
                steps = Math.Min(100, steps + random.Next(60));
                updates.Add(new(board, steps, random.Next(3) == 0 ? "one" : "two"));
            }
        }

        List<ImpactFact> impacts =
        [
            .. Enumerable.Range(0, random.Next(6)).Select(number => new ImpactFact(Start.AddDays((number * 25) + random.Next(20)), random.Next(4) > 0, random.Next(5) switch { 0 => "one", 1 => "lead", _ => "partner" })),
        ];
        List<DateOnly> evidence = [.. Enumerable.Range(0, random.Next(3)).Select(_ => today.AddDays(random.Next(-100, 200)))];
        BragOverride? says = random.Next(3) == 0 ? new((Brag)random.Next(5), today.AddDays(random.Next(-40, 41))) : null;
        var numbers = random.Next(12) switch { 0 => new NumberFacts("K10", false), 1 => new NumberFacts(null, true), _ => NumberFacts.None };
        return (new(original, Start, moves, updates, impacts, evidence) { Leads = random.Next(2) == 0 ? ["lead"] : [], Numbers = numbers }, boards, today, says);
    }
}
