using System.Net;
using System.Text.RegularExpressions;
using Medway.LocalOffer.Ehcp.Contracts;
using Medway.LocalOffer.Improvement.Audits;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Improvement.Tests.Features;

/// <summary>Apart from other tests, because time passes in it.</summary>
[Proves("improvement")]
public sealed partial class AuditQuotaTests(App app) : IClassFixture<App>
{
    private static readonly (string, string?)[] Good = [("Grade", "Good"), ("Observer", "The lead member"), ("Education", ""), ("Health", ""), ("SocialCare", ""), ("School", "")];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Quotas_AreCountedByPeriod_AndOneThatWasMissedStaysRed()
    {
        await app.HistoriesAsync(502, records: 60);
        await using (var scope = Scope())
        {
            (await scope.ServiceProvider.GetRequiredService<AuditCounts>().DutiesAsync(Now)).Journeys.ShouldBeEmpty();
        }

        // Two periods end: in the first nobody audits anything, in the second four journeys.
        var first = Begin(app.Clock.Today());
        At(first.AddMonths(2).AddDays(3));
        await app.HistoriesAsync(503, records: 60);
        using var later = await app.SignInAsAsync(Roles.ProgrammeOffice);
        var form = await later.PageAsync("/staff/improvement/audits/draw");
        (await form.SubmitAsync(later, "main form", ("Kind", "Journeys"))).Status.ShouldBe(HttpStatusCode.Redirect);
        foreach (var kind in new[] { "NewPlans", "Reviews" })
        {
            (await form.SubmitAsync(later, "main form", ("Kind", kind))).Status.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.BadRequest);
        }

        await using (var scope = Scope())
        {
            var context = scope.ServiceProvider.GetRequiredService<ImprovementDbContext>();
            foreach (var item in await context.AuditItems.Where(item => !context.AuditResults.Any(result => result.ItemId == item.Id)).Select(item => item.Id).ToListAsync(Now))
            {
                (await (await later.PageAsync($"/staff/improvement/audits/items/{item}")).SubmitAsync(later, "main form", Good)).Status.ShouldBe(HttpStatusCode.Redirect);
            }
        }

        At(first.AddMonths(4).AddDays(3));
        using var end = await app.SignInAsAsync(Roles.ProgrammeOffice);
        var page = await end.PageAsync("/staff/improvement/audits");
        var journeys = page.All("table").Single(table => table.QuerySelector("caption")!.TextContent == "Journeys by two months").QuerySelectorAll("tbody tr").Select(row => Spaces().Replace(row.TextContent, " ").Trim()).ToList();
        journeys.Count.ShouldBe(2);
        journeys[0].ShouldContain("0 of 4 journeys");
        journeys[0].ShouldEndWith("Red: missed");
        journeys[1].ShouldEndWith("Kept");

        // The part of the plan is red, and another update does not make it better.
        await using var states = Scope();
        var part = (await states.ServiceProvider.GetRequiredService<PartReader>().ReadAsync(only: null, Now)).Single(state => state.Part.Reference == "4.3");
        part.Facts.MissedPeriods.ShouldBe(1);
        (await states.ServiceProvider.GetRequiredService<PartReader>().ReadAsync(only: null, Now)).Single(state => state.Part.Reference == "4.2").Facts.MissedPeriods.ShouldBe(0);

        // The quota of plans is the share by hand.
        var counts = states.ServiceProvider.GetRequiredService<AuditCounts>();
        var finished = await counts.FinishedAsync(Now);
        foreach (var period in (await counts.DutiesAsync(Now)).Quotas)
        {
            var plans = await states.ServiceProvider.GetRequiredService<IAuditFrame>().UnitsAsync(AuditFrameKind.NewPlans, new DateOnly(period.Period.Until.Year, 1, 1), period.Period.Until, Now);
            var audited = plans.Count(plan => finished.Any(one => one.Kind == AuditKind.NewPlans && one.UnitId == plan.Id && one.On <= period.Period.Until));
            period.Words.ShouldStartWith($"{audited} of {plans.Count} new plans");
        }
    }

    /// <summary>First day of the two months that come after these.</summary>
    private static DateOnly Begin(DateOnly today) => new DateOnly(today.Year, today.Month - ((today.Month - 1) % 2), 1).AddMonths(2);

    private AsyncServiceScope Scope() => app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");

    private void At(DateOnly day) => app.Clock.StandAt(UkTime.StartOf(day).AddHours(10));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
