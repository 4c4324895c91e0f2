using System.Net;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Jobs;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Tokens;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Listings.Tests.Features.Staff;

/// <summary>The ladder of checks with its link, checks by staff, and whose they are.</summary>
[Proves("listings")]
public sealed class CheckRecordsTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Ladder_AsksOnTheDayAndTwiceMoreAndNobodyTwice()
    {
        app.Clock.StandAt(app.Clock.GetUtcNow());
        var id = await IdAsync("kent-deaf-childrens-society");
        await WithAsync(context => context.Services.Where(service => service.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(service => service.Email, "office@example.org").SetProperty(service => service.LoadedOn, app.Clock.Today().AddMonths(-6))));

        await AskAsync();
        await AskAsync();
        (await TimesAskedAsync(id)).ShouldBe(1);
        app.Clock.Move(TimeSpan.FromDays(13));
        await AskAsync();
        (await TimesAskedAsync(id)).ShouldBe(1);
        app.Clock.Move(TimeSpan.FromDays(1));
        await AskAsync();
        (await TimesAskedAsync(id)).ShouldBe(2);
        app.Clock.Move(TimeSpan.FromDays(14));
        await AskAsync();
        app.Clock.Move(TimeSpan.FromDays(60));
        await AskAsync();
        (await TimesAskedAsync(id)).ShouldBe(3, "the last of the ladder");

        using var editor = await app.SignInAsAsync(Roles.Editor);
        (await editor.PageAsync("/staff/listings/services?check=late&words=deaf")).MainText.ShouldContain("Late: says not confirmed");
        (await editor.PageAsync("/staff")).MainText.ShouldContain("Check is due");
        app.Clock.Run();
    }

    [Fact]
    public async Task Ladder_AfterWeeksWithoutARun_AsksOnceForAllThatWereMissed()
    {
        var id = await IdAsync("midkent-supported-internship");
        await WithAsync(context => context.Services.Where(service => service.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(service => service.Email, "office@example.org").SetProperty(service => service.LoadedOn, app.Clock.Today().AddMonths(-6).AddDays(-40))));

        await AskAsync();
        await AskAsync();

        (await TimesAskedAsync(id)).ShouldBe(3);
        (await WithAsync(context => context.Database.SqlQuery<int>(
            $"select count(*)::int as \"Value\" from platform.audit_entries where name = 'listings.check-asked' and subject_id = {id}").SingleAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Link_SaysItIsRight_MarksItAsCheckedOnceAndOnlyByPosting()
    {
        var id = await IdAsync("staart-university-transition");
        var token = await LinkAsync(id);
        using var provider = app.CreateClient();
        var page = await provider.PageAsync("/link/listing/" + token);
        page.Heading.ShouldBe("Is this right?");
        (await SurenessAsync(id)).ShouldNotBe(Sureness.Checked, "opening it changes nothing");

        (await page.SubmitAsync(provider, "main form")).Status.ShouldBe(HttpStatusCode.BadRequest, "neither yes nor no");
        (await page.SubmitAsync(provider, "main form", ("Answer", "wrong"))).Status.ShouldBe(HttpStatusCode.BadRequest, "without what is wrong");
        (await page.SubmitAsync(provider, "main form", ("Answer", "right"))).Heading.ShouldBe("Thank you");

        (await SurenessAsync(id)).ShouldBe(Sureness.Checked);
        (await app.GetAsync("/services/staart-university-transition")).One(".sure-box").TextContent.ShouldContain("Checked " + app.Clock.Today().Long());
        (await page.SubmitAsync(provider, "main form", ("Answer", "right"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await provider.PageAsync("/link/listing/" + token)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Link_SaysSomethingIsWrong_ReachesWhoeverLooksAfterIt()
    {
        var id = await IdAsync("medway-adult-education");
        var token = await LinkAsync(id);
        using var provider = app.CreateClient();
        await (await provider.PageAsync("/link/listing/" + token)).SubmitAsync(provider, "main form", ("Answer", "wrong"), ("Wrong", "We moved to the high street"));

        using var editor = await app.SignInAsAsync(Roles.Editor);
        (await editor.PageAsync("/staff")).MainText.ShouldContain("A provider told us");
        var check = await editor.PageAsync($"/staff/listings/services/{id}/check");
        check.MainText.ShouldContain("We moved to the high street");
        (await WithAsync(context => context.Database.SqlQuery<string>($"select encode(text, 'escape') as \"Value\" from listings.suggestions").ToListAsync()))
            .ShouldAllBe(stored => !stored.Contains("high street", StringComparison.Ordinal));
        (await check.SubmitAsync(editor, "main form", ("Do", "dealt-with"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await editor.PageAsync("/staff")).MainText.ShouldNotContain("A provider told us");
    }

    [Fact]
    public async Task Check_ByStaff_NeedsToSayHow()
    {
        using var editor = await app.SignInAsAsync(Roles.Editor);
        var id = await IdAsync("forward2employment");
        var page = await editor.PageAsync($"/staff/listings/services/{id}/check");

        (await page.SubmitAsync(editor, "main form", ("Do", "confirm"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync(editor, "main form", ("Do", "confirm"), ("How", "By phone"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await SurenessAsync(id)).ShouldBe(Sureness.Checked);
        (await editor.PageAsync($"/staff/listings/services/{id}")).MainText.ShouldNotContain("Get it confirmed by whoever runs it");
        (await (await editor.PageAsync($"/staff/listings/services/{id}/check")).SubmitAsync(editor, "main form", ("Do", "own"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await editor.PageAsync("/staff/listings/services?owner=me")).MainText.ShouldContain("Forward2Employment", Case.Insensitive);
    }

    [Fact]
    public async Task Ownership_OfSomebodyWhoLeaves_MovesOn()
    {
        using var from = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.Editor, Scope.Everything)]);
        var id = await IdAsync("mch-physiotherapy");
        await (await from.Client.PageAsync($"/staff/listings/services/{id}/check")).SubmitAsync(from.Client, "main form", ("Do", "own"));
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "test");
        var ownership = scope.ServiceProvider.GetServices<IOwnership>().OfType<Work.ServiceOwnership>().Single();
        (await ownership.OwnedByAsync(from.AccountId, TestContext.Current.CancellationToken)).ShouldBe([new Owned("services", 1)]);

        var to = Guid.CreateVersion7();
        await ownership.MoveAsync(from.AccountId, to, "Left", TestContext.Current.CancellationToken);

        (await ownership.OwnedByAsync(from.AccountId, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await WithAsync(context => context.Services.Where(service => service.Id == id).Select(service => service.OwnerId).SingleAsync())).ShouldBe(to);
    }

    /// <summary>What is due is planned, and then handed out, as a host does by itself.</summary>
    private async Task AskAsync()
    {
        foreach (var kind in new[] { AskForChecksJob.Kind, "platform.occurrences-hand-out" })
        {
            await WithAsync(context => app.Services.GetRequiredService<JobQueue>().EnqueueAsync(context, kind, null));
            await app.Services.GetRequiredService<JobRunner>().RunDueAsync(TestContext.Current.CancellationToken);
        }
    }

    private async Task<string> LinkAsync(Guid id)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "test");
        return await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().CreateAsync(ServiceChecks.Purpose, id, TimeSpan.FromDays(60), 1, TestContext.Current.CancellationToken);
    }

    private Task<Guid> IdAsync(string slug) => WithAsync(context => context.Services.Where(service => service.Slug == slug).Select(service => service.Id).SingleAsync());

    private Task<int> TimesAskedAsync(Guid id) => WithAsync(context => context.Services.Where(service => service.Id == id).Select(service => (int)service.TimesAsked).SingleAsync());

    private Task<Sureness> SurenessAsync(Guid id) => WithAsync(context => context.Services.Where(service => service.Id == id).Select(service => service.Sureness).SingleAsync());

    private async Task<T> WithAsync<T>(Func<ListingsDbContext, Task<T>> use)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "test");
        return await use(scope.ServiceProvider.GetRequiredService<ListingsDbContext>());
    }
}
