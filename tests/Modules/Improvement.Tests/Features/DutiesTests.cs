using System.Net;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Features.Staff.PlanBoards;
using Medway.LocalOffer.Improvement.Features.Staff.UpdatePart;
using Medway.LocalOffer.Improvement.Tests.Support;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Improvement.Tests.Features;

/// <summary>A duty that comes back every month, on a clock of its own.</summary>
[Proves("improvement")]
public sealed class DutiesTests(App app) : IClassFixture<App>
{
    private const string Part = "3.6c";

    private static readonly DateOnly FirstDue = new(2024, 7, 31);

    [Fact]
    public async Task Duty_DoneOnceAndMissedOnce_StaysRedAndIsPutToTheBoard()
    {
        var loaded = app.Clock.Today();
        var times = RecurringDuty.Periods("every_month", new DateOnly(2024, 9, 30), loaded, loaded.AddMonths(6), []);
        var (done, missed) = (times[0], times[1]);
        StandOn(done.Until);
        await app.DoAsync(new PlanBoard(missed.From.AddDays(20)));
        var id = await PartIdAsync();
        await app.DoAsync(new UpdatePart(id, 100, "All", "None yet", "It goes on", "", "No time"));
        var at = $"/staff/improvement/parts/{id}";
        using (var office = await app.SignInAsAsync(Roles.ProgrammeOffice))
        {
            var form = await office.PageAsync($"{at}/duty");
            (await form.SubmitAsync(office, "main form", ("Words", "We met about the hardest needs."))).One(".summary").TextContent.ShouldContain("Choose the time");
            (await form.SubmitAsync(office, "main form", ("PeriodEnd", $"{done.Until:yyyy-MM-dd}"), ("Words", "We met about the hardest needs."))).Status.ShouldBe(HttpStatusCode.Redirect);
            (await form.SubmitAsync(office, "main form", ("PeriodEnd", $"{done.Until:yyyy-MM-dd}"), ("Words", "Again"))).One(".summary").TextContent.ShouldContain("written this down already");
            (await form.SubmitAsync(office, "main form", ("PeriodEnd", $"{missed.Until:yyyy-MM-dd}"), ("Words", "Before its time"))).One(".summary").TextContent.ShouldContain("not open");
            (await office.PageAsync($"{at}/duty")).MainText.ShouldContain("We met about the hardest needs.");
        }

        StandOn(missed.LastDayToWrite);
        await app.HandOutAsync();
        (await RisksAsync()).ShouldBeEmpty();
        StandOn(missed.LastDayToWrite.AddDays(1));
        await app.HandOutAsync();
        await app.HandOutAsync();

        (await RisksAsync()).ShouldBe([$"Part {Part}: missed until {missed.Until.Long()}"]);
        using var later = await app.SignInAsAsync(Roles.ProgrammeOffice);
        var part = await later.PageAsync(at);
        part.MainText.ShouldContain("Red: late");
        part.MainText.ShouldContain("one time nothing was done");
        var times2 = await later.PageAsync($"{at}/duty");
        times2.MainText.ShouldContain("Missed");
        times2.All($"input[value='{missed.Until:yyyy-MM-dd}']").ShouldBeEmpty();
    }

    [Fact]
    public void Periods_OfMonths_BeginInTheMonthOfThePlan()
    {
        RecurringDuty.Periods("every_two_months", FirstDue, new DateOnly(2026, 11, 26), new DateOnly(2027, 1, 1), [])
            .ShouldBe([new(new(2026, 11, 1), new(2026, 12, 31)), new(new(2027, 1, 1), new(2027, 2, 28))]);
        RecurringDuty.Periods("every_month", new DateOnly(2024, 9, 30), new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 31), [])
            .ShouldBe([new(new(2026, 11, 1), new(2026, 11, 30)), new(new(2026, 12, 1), new(2026, 12, 31))]);
        RecurringDuty.Periods(null, FirstDue, new DateOnly(2026, 11, 26), new DateOnly(2027, 1, 1), []).ShouldBeEmpty();
    }

    private void StandOn(DateOnly day) => app.Clock.StandAt(UkTime.At(day, new TimeOnly(10, 0)));

    private async Task<Guid> PartIdAsync()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        return await scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().Parts.Where(part => part.Reference == Part).Select(part => part.Id).SingleAsync();
    }

    private async Task<List<string>> RisksAsync()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        return await scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().Matters.Where(matter => matter.Kind == MatterKind.Risk && matter.Title.Contains($"Part {Part}:")).Select(matter => matter.Title).ToListAsync();
    }
}
