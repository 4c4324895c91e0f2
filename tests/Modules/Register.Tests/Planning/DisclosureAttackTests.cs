using System.Globalization;
using Medway.LocalOffer.Platform.SmallNumbers;
using Medway.LocalOffer.Register.Domain.Planning;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Register.Tests.Planning;

/// <summary>Two years of releases in the hands of somebody who does sums.</summary>
public sealed class DisclosureAttackTests
{
    private const int Releases = 8;

    /// <summary>What a hidden count looks like where 0 is shown.</summary>
    private static readonly PublicCount Small = new(null, "1 to 4");

    /// <summary>The sizes of a register that has been looked after for a while.</summary>
    public static readonly TheoryData<int, int> Registers = new() { { 1, 1200 }, { 2, 1500 }, { 3, 2000 }, { 4, 2500 } };

    /// <summary>Too small to publish much of, and so hard to hide in.</summary>
    public static readonly TheoryData<int, int> SmallRegisters = new() { { 11, 8 }, { 12, 20 }, { 13, 40 }, { 14, 60 }, { 15, 90 }, { 16, 150 }, { 17, 300 } };

    [Theory]
    [MemberData(nameof(Registers))]
    [Proves("register")]
    public void TwoYearsOfReleases_ARegisterAsItMightBe_GiveAwayNoSmallCountAndShowMost(int seed, int size)
    {
        var made = TwoYears(seed, size, population => population.Quarter());

        made.ShouldAllBe(release => release.ShareShown >= 0.85);
        made.SelectMany((release, index) => Alone(release).Concat(index == 0 ? [] : Together(made[index - 1], release))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(SmallRegisters))]
    [Proves("register")]
    public void TwoYearsOfReleases_OneChildJoinsBetweenThem_GiveAwayNoSmallCount(int seed, int size)
    {
        var made = TwoYears(seed, size, population => population.Join(1));

        made.SelectMany((release, index) => Alone(release).Concat(index == 0 ? [] : Together(made[index - 1], release))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(SmallRegisters))]
    [Proves("register")]
    public void TwoYearsOfReleases_OneChildLeavesBetweenThem_GiveAwayNoSmallCount(int seed, int size)
    {
        var made = TwoYears(seed, size + Releases, population => population.Leave(1));

        made.SelectMany((release, index) => Alone(release).Concat(index == 0 ? [] : Together(made[index - 1], release))).ShouldBeEmpty();
    }

    /// <summary>The attack is worth something: it reads what only the small cells were taken out of.</summary>
    [Fact]
    [Proves("register")]
    public void SameAttack_OnExactTablesWithSmallCountsHidden_GivesThemAway()
    {
        var made = TwoYears(seed: 1, 1200, population => population.Quarter()).Select(release => release with { Shown = Exact(release.Counts) }).ToList();

        made.ShouldAllBe(release => Alone(release).Any());
    }

    /// <summary>Rounding each number by itself and hiding 1 to 4 is not enough: this is why releases are made with more care.</summary>
    [Fact]
    [Proves("register")]
    public void SameAttack_OnRoundedTablesThatNobodyLookedThrough_GivesSomeAway()
    {
        var made = TwoYears(seed: 13, 40, population => population.Join(1)).Select(release => release with { Shown = Rounded(release.Counts) }).ToList();

        made.SelectMany(Alone).ShouldNotBeEmpty();
        made.SelectMany((release, index) => index == 0 ? [] : Together(made[index - 1], release)).ShouldNotBeEmpty();
    }

    [Fact]
    public void Release_OneCellAndATotalThatGiveTwoAway_TakesSomethingOut()
    {
        // 5, 1 and 1 with a total of 7 would be "5", hidden, hidden and "5": the hidden ones could only be 1.
        var rows = MadePopulation.Rows.ToDictionary(table => table.Key, IReadOnlyList<string> (table) => [.. table.Value.Take(3)]);
        var children = Enumerable.Range(0, 7).Select(number => new CountedChild(AgeBand.From5To10, new Dictionary<string, IReadOnlyList<string>>
        {
            ["district"] = [rows["district"][number < 5 ? 0 : number - 4]],
            ["setting"] = [rows["setting"][0]],
        }));

        var release = PlanningReleases.Make(PlanningCounts.Of(rows, children), []);

        Alone(release with { Shown = Rounded(release.Counts) }).ShouldNotBeEmpty();
        Alone(release).ShouldBeEmpty();
    }

    [Fact]
    public void Release_EveryNumberThatIsShown_IsTheNearestFive()
    {
        var release = PlanningReleases.Make(new MadePopulation(new Random(5)).Join(1500).Counts, []);

        foreach (var (cell, shown) in release.Shown.Where(cell => !cell.Value.IsHidden))
        {
            release.Counts[cell].ShouldBeGreaterThan(4);
            shown.Value!.Value.ShouldBe(5 * (int)Math.Round(release.Counts[cell] / 5.0, MidpointRounding.AwayFromZero));
        }
    }

    private static List<PlanningRelease> TwoYears(int seed, int size, Action<MadePopulation> quarter)
    {
        var population = new MadePopulation(new Random(seed)).Join(size);
        List<PlanningRelease> made = [];
        for (var release = 0; release < Releases; release++)
        {
            made.Insert(0, PlanningReleases.Make(population.Counts, made));
            quarter(population);
        }

        made.Reverse();
        return made;
    }

    /// <summary>Small counts that are worked out from one release.</summary>
    private static IEnumerable<string> Alone(PlanningRelease release) =>
        Found(release, new Attacker(Words(release)).Read(Words(release)));

    /// <summary>Small counts of either that are worked out from two by somebody who knows of everybody who joined, left or changed in between.</summary>
    private static IEnumerable<string> Together(PlanningRelease earlier, PlanningRelease later)
    {
        var both = new Attacker(Words(earlier)).Read(Words(earlier)).Read(Words(later), cell => later.Counts[cell] - earlier.Counts[cell]);
        var solved = both.Solve(cell => IsSmall(earlier.Counts[cell]) || IsSmall(later.Counts[cell]));
        solved.ShouldAllBe(cell => earlier.Counts[cell.Key] == cell.Value, "the attacker is wrong");
        return solved.Keys.Where(cell => IsSmall(earlier.Counts[cell]) || IsSmall(later.Counts[cell]))
            .Select(cell => $"{cell}: {earlier.Counts[cell]} then {later.Counts[cell]}, shown {earlier.Shown[cell].Words} then {later.Shown[cell].Words}");
    }

    private static IEnumerable<string> Found(PlanningRelease release, Attacker attacker)
    {
        var solved = attacker.Solve(cell => IsSmall(release.Counts[cell]));
        solved.ShouldAllBe(cell => release.Counts[cell.Key] == cell.Value, "the attacker is wrong");
        return solved.Keys.Where(cell => IsSmall(release.Counts[cell])).Select(cell => $"{cell}: {release.Counts[cell]}, shown {release.Shown[cell].Words}");
    }

    private static bool IsSmall(int count) => count is >= 1 and <= 4;

    private static Dictionary<Cell, string> Words(PlanningRelease release) => release.Shown.ToDictionary(cell => cell.Key, cell => cell.Value.Words);

    private static Dictionary<Cell, PublicCount> Exact(PlanningCounts counts) => counts.All.ToDictionary(
        cell => cell.Key, cell => IsSmall(cell.Value) ? Small : new PublicCount(cell.Value, string.Create(CultureInfo.InvariantCulture, $"={cell.Value}")));

    private static Dictionary<Cell, PublicCount> Rounded(PlanningCounts counts) =>
        counts.All.ToDictionary(cell => cell.Key, cell => IsSmall(cell.Value) ? Small : SmallNumbers.Usual.Count(cell.Value));
}
