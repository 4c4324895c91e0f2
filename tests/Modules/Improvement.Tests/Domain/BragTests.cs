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

            var writers = part.Updates.Select(update => update.By).ToHashSet();
            var seen = part.Impacts.Where(impact => impact.IsMet && !writers.Contains(impact.By)).Select(impact => impact.PeriodEnd).Distinct().Count();
            if (shown == Brag.Blue && (!done || seen < 2))
            {
                wrong.Add($"{one}: blue without its impact shown");
            }
        }

        wrong.ShouldBeEmpty();
        colours.ShouldAllBe(count => count >= 1_000, string.Join(", ", colours));
    }

    [Fact]
    [Proves("improvement")]
    public void On_ByWhoeverWroteAnUpdate_CountsForNothing()
    {
        var part = new PartHistory(
            Start.AddDays(100), Start, [], [new(Start.AddDays(10), 100, "one")], [new(Start, true, "one"), new(Start.AddDays(5), true, "one")], []);

        PartFacts.On(Start.AddDays(6), part, []).PeriodsMet.ShouldBe(0);
        PartFacts.On(Start.AddDays(6), part with { Impacts = [new(Start, true, "two"), new(Start.AddDays(5), true, "two")] }, []).PeriodsMet.ShouldBe(2);
        PartFacts.On(Start.AddDays(6), part with { Impacts = [new(Start, true, "two"), new(Start.AddDays(5), false, "two")] }, []).PeriodsMet.ShouldBe(0);
    }

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

        List<ImpactFact> impacts = [.. Enumerable.Range(0, random.Next(6)).Select(number => new ImpactFact(Start.AddDays(number * 40), random.Next(4) > 0, random.Next(4) == 0 ? "one" : "partner"))];
        List<DateOnly> evidence = [.. Enumerable.Range(0, random.Next(3)).Select(_ => today.AddDays(random.Next(-100, 200)))];
        BragOverride? says = random.Next(3) == 0 ? new((Brag)random.Next(5), today.AddDays(random.Next(-40, 41))) : null;
        return (new(original, Start, moves, updates, impacts, evidence), boards, today, says);
    }
}
