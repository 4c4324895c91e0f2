using System.Diagnostics;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.Staff.TakeDownDocument;
using Medway.LocalOffer.Content.Features.Staff.ViewDocument;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Tests.Flow;

/// <summary>What the clock publishes. Its own host, because it moves the clock.</summary>
[Proves("content")]
public sealed class ScheduledTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Publish_AtItsTime_SaysTheIntendedTimeAndOneThatFailsDoesNotStopTheRest()
    {
        var now = new DateTimeOffset(2027, 6, 1, 8, 0, 0, TimeSpan.Zero);
        app.Clock.StandAt(now);
        List<Guid> ids = [];
        foreach (var title in new[] { "Scheduled one", "Scheduled two", "Scheduled three" })
        {
            ids.Add(await ScheduleAsync(title, now.AddHours(1)));
        }

        // The second is made unfit after it was approved, as a picture that was deleted would: its revision has no summary.
        await app.ReadAsync(async context =>
        {
            var variant = await context.Variants.SingleAsync(variant => variant.DocumentId == ids[1]);
            var unfit = new Revision
            {
                Id = Guid.CreateVersion7(now),
                VariantId = variant.Id,
                Number = 9,
                Title = "Scheduled two",
                Summary = "",
                Body = Writing.Words,
                Origin = RevisionOrigin.Staff,
                CreatedAt = now,
                CreatedBy = "test",
            };
            context.Revisions.Add(unfit);
            variant.DraftRevisionId = unfit.Id;
            await context.SaveChangesAsync();
            return true;
        });
        await app.RunJobsAsync();
        (await StatesAsync(ids)).ShouldAllBe(state => state.Draft == DraftState.Scheduled, "it is not time yet");

        app.Clock.StandAt(now.AddHours(1).AddMinutes(20));
        await app.RunJobsAsync();
        await app.RunJobsAsync();

        var states = await StatesAsync(ids);
        states[0].Standing.ShouldBe(Standing.Live);
        states[1].ShouldBe(new FlowState(DraftState.Failed, Standing.NotYet, Lifecycle.Kept));
        states[2].Standing.ShouldBe(Standing.Live);
        (await app.DocumentAsync(ids[0])).Full.LiveSince.ShouldBe(now.AddHours(1), "the time that was intended, not when the job came to it");
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        (await publisher.PageAsync("/staff")).MainText.ShouldContain("Did not publish");
        (await publisher.PageAsync($"/staff/content/pages/{ids[1]}")).MainText.ShouldContain("Write the one sentence");
        (await PublishedEventsAsync(ids)).ShouldBe([1, 0, 1]);
    }

    /// <summary>A whole host is killed in the middle of its work; another finishes it. Half of the work publishes, half takes down.</summary>
    [Fact]
    public async Task Host_IsKilledInTheMiddle_LosesNothingAndDoesNothingTwice()
    {
        const int Count = 40;
        app.Clock.StandAt(TimeProvider.System.GetUtcNow().AddHours(-2));
        List<Guid> ids = [];
        List<Guid> leaving = [];
        for (var number = 0; number < Count; number++)
        {
            var at = app.Clock.GetUtcNow().AddMinutes(30 + (number % 20));
            ids.Add(await ScheduleAsync($"Killed {number}", at));
            leaving.Add(await app.LiveAsync($"Leaving {number}"));
            (await app.SendAsync(Writing.Publisher, Roles.Publisher, new PlanTakeDown(
                leaving[^1], nameof(TakenDownReason.Withdrawn), "It is over.", "", UkTime.DateIn(at), $"{UkTime.TimeIn(at):HH:mm}"))).Ok();
        }

        using (var host = StartHost())
        {
            await WaitForSomeAsync(ids, leaving, host);
            host.Kill(entireProcessTree: true);
            await host.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        (await DoneAsync(ids, leaving)).ShouldBeInRange(2, (2 * Count) - 1, "the host was killed before it was done");

        // Later than any lease of the dead host.
        app.Clock.StandAt(TimeProvider.System.GetUtcNow().AddHours(1));
        await app.RunJobsAsync();

        (await StatesAsync(ids)).ShouldAllBe(state => state == new FlowState(DraftState.None, Standing.Live, Lifecycle.Kept));
        (await PublishedEventsAsync(ids)).ShouldAllBe(count => count == 1);
        (await app.ReadAsync(context => context.Published.CountAsync(page => ids.Contains(page.DocumentId)))).ShouldBe(Count);
        (await StatesAsync(leaving)).ShouldAllBe(state => state.Lifecycle == Lifecycle.TakenDown);
        (await EventsAsync("content.page-taken-down", leaving)).ShouldAllBe(count => count == 1);
        (await app.ReadAsync(context => context.Published.CountAsync(page => leaving.Contains(page.DocumentId) && page.TakenDownWords == "It is over."))).ShouldBe(Count);
        (await app.ReadAsync(context => context.PlannedTakeDowns.CountAsync(plan => leaving.Contains(plan.DocumentId)))).ShouldBe(0);
    }

    private async Task<Guid> ScheduleAsync(string title, DateTimeOffset at)
    {
        var id = await app.DraftAsync(title);
        await app.SubmitAsync(id);
        (await app.SendAsync(Writing.Publisher, Roles.Publisher, new ScheduleDraft(id, VariantKey.Full, UkTime.DateIn(at), $"{UkTime.TimeIn(at):HH:mm}"))).Ok();
        return id;
    }

    private Task<List<FlowState>> StatesAsync(List<Guid> ids) => app.ReadAsync(async context =>
    {
        var documents = await context.Documents.AsNoTracking().Include(document => document.Variants).Where(document => ids.Contains(document.Id)).ToListAsync();
        return ids.Select(id => documents.Single(document => document.Id == id)).Select(document => document.Full.State(document.Lifecycle)).ToList();
    });

    private Task<List<int>> PublishedEventsAsync(List<Guid> ids) => EventsAsync("content.page-published", ids);

    private Task<List<int>> EventsAsync(string name, List<Guid> ids) => app.ReadAsync(async context =>
    {
        var events = await context.Database.SqlQuery<Guid>(
            $"select subject_id as \"Value\" from platform.audit_entries where name = {name} and subject_id is not null").ToListAsync();
        return ids.Select(id => events.Count(published => published == id)).ToList();
    });

    private async Task<int> DoneAsync(List<Guid> ids, List<Guid> leaving) =>
        (await StatesAsync(ids)).Count(state => state.Standing == Standing.Live) + (await StatesAsync(leaving)).Count(state => state.Lifecycle == Lifecycle.TakenDown);

    /// <summary>Until there is at least one of each sort.</summary>
    private async Task WaitForSomeAsync(List<Guid> ids, List<Guid> leaving, Process host)
    {
        for (var time = 0; time < 3000; time++)
        {
            host.HasExited.ShouldBeFalse("the host did not start");
            if ((await StatesAsync(ids)).Any(state => state.Standing == Standing.Live) && (await StatesAsync(leaving)).Any(state => state.Lifecycle == Lifecycle.TakenDown))
            {
                return;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        throw new ShouldAssertException("The host published and took down nothing within a minute.");
    }

    /// <summary>The real program, on this test's database, with its jobs on.</summary>
    private Process StartHost()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Medway.LocalOffer.Web.dll")]) { UseShellExecute = false };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Test";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ConnectionStrings__LocalOffer"] = app.ConnectionString;
        start.Environment["Protection__MasterKey"] = PostgresCluster.MasterKey;
        start.Environment["Seeds__Root"] = Repository.At("seeds");
        start.Environment["Logging__LogLevel__Default"] = "Error";
        return Process.Start(start)!;
    }
}
