using System.Globalization;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain.Planning;
using Medway.LocalOffer.Register.Features.Staff.PublishNumbers;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Register.Tests.Planning;

/// <summary>
/// The attack on what the product really publishes: a register of usual size, its releases made by the officer's operations, read with the public login. What is
/// exact is counted by the test alone.
/// </summary>
public sealed class PublishedAttackTests(App app) : IClassFixture<App>
{
    private const int Children = 1400;
    private const int Seed = 20261126;
    private const int Months = 3;

    [Fact]
    [Proves("register")]
    public async Task Releases_ReadByThePublicLogin_GiveAwayNoSmallCount_AndShowMost()
    {
        var releases = LongAttribute.Size(small: 3, full: 8);
        var random = new Random(Seed);
        var population = new MadePopulation(random).Join(Children);
        var register = new MadeRegister(app, random);
        app.Clock.StandAt(UkTime.StartOf(app.Clock.Today()).AddHours(10));
        List<(Dictionary<Cell, string> Words, IReadOnlyDictionary<Cell, int> Exact)> made = [];
        for (var release = 0; release < releases; release++)
        {
            await register.FollowAsync(population);
            var quarter = await app.DoAsync(new PublishRelease(await app.DoAsync(new PrepareRelease())));
            var words = await ReadAsync(quarter);
            made.Add((words, register.Exact(words.Keys)));
            population.Quarter();
            app.Clock.StandAt(UkTime.StartOf(app.Clock.Today().AddMonths(Months)).AddHours(10));
        }

        var (most, small) = (0, 0);
        foreach (var (words, exact) in made)
        {
            foreach (var (cell, word) in words.Where(word => !IsHidden(word.Value)))
            {
                Math.Abs(int.Parse(word, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) - exact[cell]).ShouldBeLessThanOrEqualTo(2, $"{cell}");
            }

            small += exact.Values.Count(IsSmall);
            most = Math.Max(most, exact[Cell.Children(null)]);
            (words.Values.Count(word => !IsHidden(word)) / (double)words.Count).ShouldBeGreaterThanOrEqualTo(0.85);
            Found(new Attacker(words).Read(words), exact).ShouldBeEmpty();

            // The control: the same attack reads tables that are exact but for their small cells.
            var plain = exact.ToDictionary(cell => cell.Key, cell => IsSmall(cell.Value) ? "1 to 4" : string.Create(CultureInfo.InvariantCulture, $"={cell.Value}"));
            Found(new Attacker(plain).Read(plain), exact).ShouldNotBeEmpty();
        }

        foreach (var (earlier, later) in made.Zip(made.Skip(1)))
        {
            // Whoever knows of everybody who joined, left or changed in between.
            Found(new Attacker(earlier.Words).Read(earlier.Words).Read(later.Words, cell => later.Exact[cell] - earlier.Exact[cell]), earlier.Exact, later.Exact).ShouldBeEmpty();
        }

        made.Count.ShouldBe(releases);
        most.ShouldBeGreaterThan(Children / 2);
        small.ShouldBeGreaterThan(0, "without a small count there is nothing to find");
    }

    private static List<string> Found(Attacker attacker, params IReadOnlyList<IReadOnlyDictionary<Cell, int>> exact)
    {
        var solved = attacker.Solve(cell => exact.Any(counts => IsSmall(counts[cell])));
        solved.ShouldAllBe(cell => exact[0][cell.Key] == cell.Value, "the attacker is wrong");
        return [.. solved.Keys.Where(cell => exact.Any(counts => IsSmall(counts[cell]))).Select(cell => $"{cell}: {exact[0][cell]}")];
    }

    private static bool IsSmall(int count) => count is >= 1 and <= 4;

    private static bool IsHidden(string words) => words is "fewer than 5" or "not shown";

    /// <summary>As anybody can: with the login of the public site.</summary>
    private async Task<Dictionary<Cell, string>> ReadAsync(Quarter quarter)
    {
        await using var command = app.Services.GetRequiredService<Databases>().For(DatabaseLogin.Public).CreateCommand(
            "select table_slug, row, band, words from published.register_numbers where year = $1 and quarter = $2");
        command.Parameters.Add(new NpgsqlParameter { Value = quarter.Year });
        command.Parameters.Add(new NpgsqlParameter { Value = quarter.Number });
        await using var reader = await command.ExecuteReaderAsync(Given.Now);
        Dictionary<Cell, string> words = [];
        while (await reader.ReadAsync(Given.Now))
        {
            AgeBand? band = await reader.IsDBNullAsync(2, Given.Now) ? null : Enum.Parse<AgeBand>(reader.GetString(2).Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
            words[new Cell(reader.GetString(0), reader.GetString(1), band)] = reader.GetString(3);
        }

        return words;
    }
}
