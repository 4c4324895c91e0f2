using System.Text.RegularExpressions;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Medway.LocalOffer.Improvement.Tests.Seeding;

/// <summary>The plan in the database is the paper, no more and no less.</summary>
[Proves("improvement")]
public sealed partial class PlanTests(App app) : IClassFixture<App>
{
    private static readonly (string Month, int Parts)[] DueMonths =
    [
        ("2024-06", 3), ("2024-07", 8), ("2024-09", 14), ("2024-10", 6), ("2024-12", 10), ("2025-01", 3), ("2025-03", 1), ("2025-04", 3), ("2025-07", 1), ("2025-10", 3),
    ];

    [Fact]
    public async Task Plan_Loaded_HasSixAreasTwentyThreeActionsAndFiftyTwoParts()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var context = scope.ServiceProvider.GetRequiredService<ImprovementDbContext>();
        var parts = await context.Parts.ToListAsync(TestContext.Current.CancellationToken);

        (await context.Areas.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(6);
        (await context.Actions.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(23);
        parts.Count.ShouldBe(52);
        parts.GroupBy(part => $"{part.OriginalDue:yyyy-MM}").OrderBy(month => month.Key).Select(month => (month.Key, month.Count())).ShouldBe(DueMonths);
        parts.ShouldAllBe(part => part.OriginalDue.AddDays(1).Day == 1);
    }

    [Fact]
    public async Task Plan_EveryText_IsAContiguousRunOfThePaper()
    {
        var paper = OneSpace(await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "seeds", "reference", "improvement", "improvement-plan-2024.txt"), TestContext.Current.CancellationToken));
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var context = scope.ServiceProvider.GetRequiredService<ImprovementDbContext>();
        var texts = (await context.Parts.Select(part => part.Text).ToListAsync(TestContext.Current.CancellationToken))
            .Concat((await context.Actions.ToListAsync(TestContext.Current.CancellationToken)).SelectMany(action => new[] { action.Text, action.Leads, action.CompletedBy, action.Impact, action.Measures ?? "" }))
            .Concat((await context.Areas.ToListAsync(TestContext.Current.CancellationToken)).SelectMany(area => new[] { area.Text, area.Narrative, area.Governance, area.Ambition, area.Lead }))
            .ToList();

        texts.Where(text => !paper.Contains(OneSpace(text), StringComparison.Ordinal)).ShouldBeEmpty();

        // The test can fail: a word that the paper does not have is seen.
        paper.Contains(OneSpace(texts[0] + " promptly"), StringComparison.Ordinal).ShouldBeFalse();
    }

    /// <summary>What is odd in the paper is said beside it, and not put right.</summary>
    [Fact]
    public async Task Plan_WhatIsOddInThePaper_IsKeptAndFlagged()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var context = scope.ServiceProvider.GetRequiredService<ImprovementDbContext>();
        var parts = (await context.Parts.ToListAsync(TestContext.Current.CancellationToken)).ToDictionary(part => part.Reference);

        string[] website = ["2.1a", "4.2", "6.1c"];
        website.ShouldAllBe(one => parts[one].Related.Order().SequenceEqual(website.Where(other => other != one).Order()));
        website.Select(one => $"{parts[one].OriginalDue:yyyy-MM}").ShouldBe(["2024-09", "2024-12", "2024-12"]);
        (parts["3.4a"].OriginalDue, parts["3.4b"].OriginalDue).ShouldBe((new DateOnly(2024, 7, 31), new DateOnly(2025, 7, 31)));
        parts["3.4b"].Note.ShouldNotBeNull().ShouldContain("to be confirmed");
        foreach (var weaker in new[] { "3.3", "3.4a" })
        {
            parts[weaker].Note.ShouldNotBeNull().ShouldContain("weaker than the law");
        }

        parts["4.3"].Recurring.ShouldBe("every_two_months");
        new[] { "3.1.1a", "4.1", "5.1a", "5.2", "6.2", "6.3" }.ShouldAllBe(one => parts[one].Note != null);
        parts["1.1a"].Note.ShouldBeNull();

        // Notes that somebody left in the draft stay where they are.
        var actions = await context.Actions.ToListAsync(TestContext.Current.CancellationToken);
        string.Concat(actions.Select(action => action.Text + action.Measures + action.Impact)).ShouldContain("(Check)");
    }

    private static string OneSpace(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
