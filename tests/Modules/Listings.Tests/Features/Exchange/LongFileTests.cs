using System.Globalization;
using System.Net;
using System.Text;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Jobs;
using Medway.LocalOffer.Listings.Tests.Support;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Listings.Tests.Features.Exchange;

/// <summary>A long file is loaded by a job: nobody's browser waits for it, and its page says how far it is.</summary>
[Proves("listings")]
public sealed class LongFileTests(App app) : IClassFixture<App>
{
    private const int Rows = 1_200;

    [Fact]
    public async Task LongFile_IsHandedToAJob_AndItsPageSaysWhatCameOfIt()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        var handedIn = await officer.UploadAsync(File("long"), Uploads.Csv, isTrial: false);

        handedIn.Status.ShouldBe(HttpStatusCode.Redirect);
        var address = handedIn.Response.Headers.Location!.ToString();
        var id = Guid.Parse(address[^36..]);
        (await WithAsync(context => context.FileLoadParts.CountAsync(part => part.LoadId == id))).ShouldBeGreaterThan(1);
        var waiting = await officer.PageAsync(address);
        waiting.MainText.ShouldContain("It starts within moments");
        waiting.All("[data-renew]").ShouldNotBeEmpty("with JavaScript it renews itself");
        waiting.All($"a[href='{address}']").ShouldNotBeEmpty("without, a link does");
        (await officer.PageAsync("/staff/listings/import")).All($"a[href='{address}']").ShouldNotBeEmpty("whoever left it finds it again");
        (await app.GetAsync("/services/long-0")).Status.ShouldBe(HttpStatusCode.NotFound);

        await RunAsync(address);

        (await officer.PageAsync(address)).MainText.ShouldContain($"It is loaded {Rows} in the file: {Rows} new, 0 changed");
        (await app.GetAsync($"/services/long-{Rows - 1}")).Status.ShouldBe(HttpStatusCode.OK);
        (await app.GetAsync("/search?q=longboat")).All("a[href^='/services/long-']").ShouldNotBeEmpty();
        (await WithAsync(context => context.FileLoadParts.CountAsync(part => part.LoadId == id))).ShouldBe(0, "the content is kept no longer than it is needed");
        (await officer.PageAsync("/staff/imports")).MainText.ShouldContain("services.dat");
        (await WithAsync(context => context.Database.SqlQuery<int>(
            $"select count(*)::int as \"Value\" from platform.audit_entries where name = 'listings.load-asked' and actor_kind = 'staff'").SingleAsync())).ShouldBeGreaterThan(0);

        // Run again, as after a host that died at the wrong moment, it changes nothing.
        await RunAsync(address);
        (await officer.PageAsync(address)).MainText.ShouldContain($"{Rows} new");
    }

    [Fact]
    public async Task LongFile_WithAProblem_LoadsNothingAndNamesIt()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var before = await WithAsync(context => context.Services.CountAsync());

        var address = (await officer.UploadAsync(File("wrong", lastAge: "eight"), Uploads.Csv, isTrial: false)).Response.Headers.Location!.ToString();
        await RunAsync(address);

        var page = await officer.PageAsync(address);
        page.MainText.ShouldContain("Nothing was loaded");
        page.MainText.ShouldContain($"Line {Rows + 1}, age_min: 'eight' is not a whole number");
        (await WithAsync(context => context.Services.CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task LongFile_OnlyTried_WritesNothing()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);

        var address = (await officer.UploadAsync(File("tried"), Uploads.Csv, isTrial: true)).Response.Headers.Location!.ToString();
        await RunAsync(address);

        (await officer.PageAsync(address)).MainText.ShouldContain($"This is what it would do {Rows} in the file: {Rows} new");
        (await app.GetAsync("/services/tried-0")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Page_WhileItRunsAndWhenItBrokeOff_SaysSo()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var now = app.Clock.GetUtcNow();
        var load = new FileLoad
        {
            Id = Guid.CreateVersion7(),
            Import = "listings",
            FileName = "half.csv",
            Length = 1,
            Choices = "{}",
            IsTrial = false,
            AskedAt = now,
            TouchedAt = now,
            State = LoadState.Running,
            Done = 12_000,
        };
        await WithAsync(async context =>
        {
            context.Add(load);
            return await context.SaveChangesAsync();
        });
        var address = $"/staff/listings/import/{load.Id}";
        (await officer.PageAsync(address)).MainText.ShouldContain("12,000 records are read. Nothing is written before");

        // The words come from what the import tells while it writes.
        await using (var progress = new LoadProgress(app.Services.GetRequiredService<IServiceScopeFactory>(), app.Clock, load.Id))
        {
            progress.Report(new ImportProgress(3_000, 40_000));
            for (var tries = 0; tries < 100 && !(await officer.PageAsync(address)).MainText.Contains("3,000 of 40,000 services are written", StringComparison.Ordinal); tries++)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }

        (await officer.PageAsync(address)).MainText.ShouldContain("3,000 of 40,000 services are written. Families see none of them before all are.");

        await WithAsync(context => context.FileLoads.Where(row => row.Id == load.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.TouchedAt, now.AddMinutes(-5))));
        (await officer.PageAsync(address)).MainText.ShouldContain("It broke off Nothing of the file was loaded.");
    }

    [Fact]
    public async Task Tidy_TakesAwayContentAfterADayAndTheRestAfterAMonth()
    {
        var now = app.Clock.GetUtcNow();
        var (fresh, old, ancient) = (Load(now), Load(now.AddDays(-2)), Load(now.AddDays(-31)));
        await WithAsync(async context =>
        {
            foreach (var load in new[] { fresh, old, ancient })
            {
                context.Add(load);
                context.Add(new FileLoadPart { LoadId = load.Id, Number = 0, Content = [1] });
            }

            return await context.SaveChangesAsync();
        });

        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, TidyLoadsJob.Kind);
        await scope.ServiceProvider.GetRequiredService<TidyLoadsJob>().RunAsync(new JobContext(Guid.CreateVersion7(), TidyLoadsJob.Kind, null, "{}", 1), TestContext.Current.CancellationToken);

        (await WithAsync(context => context.FileLoadParts.Select(part => part.LoadId).Where(id => id == fresh.Id || id == old.Id || id == ancient.Id).ToListAsync())).ShouldBe([fresh.Id]);
        (await WithAsync(context => context.FileLoads.Where(load => load.Id == fresh.Id || load.Id == old.Id || load.Id == ancient.Id).Select(load => load.Id).ToListAsync()))
            .ShouldBe([fresh.Id, old.Id], ignoreOrder: true);

        static FileLoad Load(DateTimeOffset asked) => new()
        {
            Id = Guid.CreateVersion7(asked),
            Import = "listings",
            FileName = "x.csv",
            Length = 1,
            Choices = "{}",
            IsTrial = true,
            AskedAt = asked,
            TouchedAt = asked,
        };
    }

    private static byte[] File(string ids, string lastAge = "5")
    {
        var text = new StringBuilder("id,service_name,organisation_name,service_type,description,age_min,source_note\n");
        for (var row = 0; row < Rows; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{ids}-{row},Longboat {ids} {row},Example {ids} {row % 7},activity,A club by the river.,{(row == Rows - 1 ? lastAge : "5")},{new string('n', 900)}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>As the runner does when the queue brings it.</summary>
    private async Task RunAsync(string address)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, LoadFileJob.Kind);
        await scope.ServiceProvider.GetRequiredService<LoadFileJob>().RunAsync(
            new JobContext(Guid.CreateVersion7(), LoadFileJob.Kind, null, $$"""{"loadId":"{{address[^36..]}}"}""", 1), TestContext.Current.CancellationToken);
    }

    private async Task<T> WithAsync<T>(Func<ListingsDbContext, Task<T>> read)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        return await read(scope.ServiceProvider.GetRequiredService<ListingsDbContext>());
    }
}
