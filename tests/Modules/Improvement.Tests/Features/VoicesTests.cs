using System.Net;
using System.Text;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Features.Staff.CloseMatter;
using Medway.LocalOffer.Improvement.Features.Staff.PlanBoards;
using Medway.LocalOffer.Improvement.Features.Staff.RaiseMatter;
using Medway.LocalOffer.Improvement.Features.Staff.RecordEngagement;
using Medway.LocalOffer.Improvement.Features.Staff.UpdatePart;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Improvement.Tests.Features;

/// <summary>Who was asked, what changed, and what is challenged because nobody asked children or young people.</summary>
[Proves("improvement")]
public sealed class VoicesTests(App app) : IClassFixture<App>
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Engagement_WrittenDown_IsOnTheMap_ReadByGuests_AndFirstInThePack()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        using var guest = await app.SignInAsAsync(Roles.PartnerGuest);
        (await guest.PageAsync("/staff")).All("a[href='/staff/improvement/engagement']").ShouldNotBeEmpty();
        (await guest.PageAsync("/staff/improvement/engagement/new")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await guest.PageAsync("/staff/improvement/engagement")).All("a[href$='/new']").ShouldBeEmpty();
        var part = await PartAsync("5.2");
        (await GapsAsync(guest)).ShouldContain("5.2");
        var form = await office.PageAsync("/staff/improvement/engagement/new");

        var refused = await form.SubmitAsync(
            office, "main form", [.. Day("HeldOn", app.Clock.Today().AddDays(1)), ("Group", "ParentsAndCarers"), ("Level", "LedByYoungPeople"), ("Who", ""), ("Asked", "Kept words"), ("Said", ""), ("PartId", "none"), ("Changed", "")]);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        var summary = refused.One(".summary").TextContent;
        summary.ShouldContain("This day is still to come");
        summary.ShouldContain("Only children or young people can lead it");
        summary.ShouldContain("Write who it was");
        refused.One("textarea[name=Asked]").TextContent.Trim().ShouldBe("Kept words");
        var sent = await form.SubmitAsync(
            office, "main form",
            [.. Day("HeldOn", app.Clock.Today().AddDays(-1)), ("Group", "YoungPeople"), ("Level", "CoProduced"), ("Who", "The youth council"), ("Asked", "What helps?"), ("Said", "<b>Puffins</b> help."), ("PartId", $"{part:D}"), ("Changed", "")]);
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.MainText);

        var at = sent.Response.Headers.Location!.OriginalString.Split('#')[0];
        (await guest.PageAsync(at)).MainText.ShouldContain("Nothing is written down yet.");
        var changed = await office.PageAsync($"{at}/changed");
        (await changed.SubmitAsync(office, "main form", ("Words", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await changed.SubmitAsync(office, "main form", ("Words", "There are puffins now."))).Status.ShouldBe(HttpStatusCode.Redirect);
        var read = await guest.PageAsync(at);
        read.MainText.ShouldContain("<b>Puffins</b> help.");
        read.MainText.ShouldContain("There are puffins now.");
        read.All("a[href$='/changed']").ShouldBeEmpty();
        (await GapsAsync(guest)).ShouldNotContain("5.2");
        var map = await guest.PageAsync("/staff/improvement/engagement?group=YoungPeople");
        map.MainText.ShouldContain("The youth council");
        map.All("section[aria-labelledby=map] tbody tr").Count.ShouldBe(7);
        map.All("section[aria-labelledby=map] td[data-label='Young people']").Select(cell => cell.TextContent).ShouldContain("1");
        (await guest.PageAsync("/staff/improvement/engagement?group=Professionals")).MainText.ShouldNotContain("The youth council");
        (await guest.PageAsync($"/staff/improvement/parts/{part:D}")).MainText.ShouldContain("Co-produced");

        var board = await app.PlanBoardAsync();
        var pack = Encoding.UTF8.GetString((await app.WritePackAsync(board)).Content);
        var voices = pack[pack.IndexOf("id=\"voices\"", StringComparison.Ordinal)..pack.IndexOf("id=\"changed\"", StringComparison.Ordinal)];
        voices.ShouldContain("The youth council");
        voices.ShouldContain("&lt;b&gt;Puffins&lt;/b&gt; help.");
        voices.ShouldContain("There are puffins now.");
        voices.ShouldContain("Nobody has asked children or young people about");
    }

    [Fact]
    public async Task PartThatIsDone_AndDecisionThatIsMade_WithoutYoungPeople_AreChallengedUntilAnswered()
    {
        await app.DoAsync(new PlanBoard(app.Clock.Today().AddDays(20)));
        var (silent, heard, told) = (await PartAsync("6.1a"), await PartAsync("6.2"), await PartAsync("3.3"));
        await app.DoAsync(new RecordEngagement(app.Clock.Today(), AskedGroup.Children, "A class", EngagementLevel.Consulted, heard, null, "What helps?", "This does.", ""));
        await app.DoAsync(new RecordEngagement(app.Clock.Today(), AskedGroup.YoungPeople, "A class", EngagementLevel.Informed, told, null, "We told them.", "Nothing.", ""));
        await app.DoAsync(new RecordEngagement(app.Clock.Today(), AskedGroup.ParentsAndCarers, "The forum", EngagementLevel.CoProduced, silent, null, "What helps?", "This does.", ""));
        foreach (var part in new[] { silent, silent, heard, told })
        {
            await app.DoAsync(new UpdatePart(part, 100, "Done", "None yet", "Nothing", "", "No time"));
        }

        await app.DoAsync(new UpdatePart(await PartAsync("6.1b"), 99, "Nearly done", "None yet", "The rest", "", "No time"));
        var (asked, alone) = (await DecideAsync("An asked decision"), await DecideAsync("A lonely decision"));
        await app.DoAsync(new RecordEngagement(app.Clock.Today(), AskedGroup.YoungPeople, "The youth council", EngagementLevel.Involved, null, asked, "Should we?", "Yes.", ""));
        await app.DoAsync(new CloseMatter(asked, "It was decided"));
        await app.DoAsync(new CloseMatter(alone, "It was decided"));

        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var context = scope.ServiceProvider.GetRequiredService<ImprovementDbContext>();
        var challenges = await context.Matters.Where(matter => matter.ChallengesId != null).ToListAsync(Now);
        challenges.Select(challenge => challenge.ChallengesId!.Value).ShouldBe([silent, told, alone], ignoreOrder: true);
        challenges.ShouldAllBe(challenge => challenge.Kind == MatterKind.Challenge);

        using var guest = await app.SignInAsAsync(Roles.PartnerGuest);
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        var page = await guest.PageAsync("/staff/improvement/engagement");
        page.All("section[aria-labelledby=challenges] li").Count.ShouldBe(3);
        var open = page.All("section[aria-labelledby=challenges] a").Single(link => link.TextContent.Contains("6.1a", StringComparison.Ordinal)).GetAttribute("href")!;
        (await guest.PageAsync(open)).MainText.ShouldContain("Ask them, or say why nobody did.");
        (await (await office.PageAsync($"{open}/close")).SubmitAsync(office, "main form", ("Words", "They will be asked in May."))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await guest.PageAsync("/staff/improvement/engagement")).All("section[aria-labelledby=challenges] li").Count.ShouldBe(2);
        await app.DoAsync(new UpdatePart(silent, 100, "Done", "None yet", "Nothing", "", "No time"));
        (await guest.PageAsync("/staff/improvement/engagement")).All("section[aria-labelledby=challenges] li").Count.ShouldBe(2, "it was answered");
    }

    [Fact]
    public async Task Charter_IsSignedOnceByEach_AndLookedAtEachYear()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        using var guest = await app.SignInAsAsync(Roles.BoardMember);
        const string At = "/staff/improvement/charter";
        (await guest.PageAsync(At)).MainText.ShouldContain("No charter is written down yet.");
        (await (await office.PageAsync($"{At}/sign")).SubmitAsync(office, "main form", [.. Day("SignedOn", app.Clock.Today()), ("Who", "Us")])).One(".summary").TextContent.ShouldContain("Write it down first");
        var agreed = app.Clock.Today().AddYears(-1).AddDays(-2);
        (await (await office.PageAsync($"{At}/write")).SubmitAsync(office, "main form", [.. Day("AgreedOn", agreed), ("Title", "Our charter"), ("Words", "")])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await (await office.PageAsync($"{At}/write")).SubmitAsync(office, "main form", [.. Day("AgreedOn", agreed), ("Title", "Our charter"), ("Words", "We ask first.")])).Status.ShouldBe(HttpStatusCode.Redirect);
        var sign = await office.PageAsync($"{At}/sign");
        (await sign.SubmitAsync(office, "main form", [.. Day("SignedOn", agreed.AddDays(-1)), ("Who", "The youth council")])).One(".summary").TextContent.ShouldContain("Nobody signed it before");
        (await sign.SubmitAsync(office, "main form", [.. Day("SignedOn", agreed), ("Who", "The youth council")])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await sign.SubmitAsync(office, "main form", [.. Day("SignedOn", agreed), ("Who", "the Youth Council")])).One(".summary").TextContent.ShouldContain("They have signed already");

        (await office.PageAsync("/staff")).MainText.ShouldContain("Nobody has looked at the co-production charter for a year");
        var late = await guest.PageAsync(At);
        late.MainText.ShouldContain("Somebody should have looked by");
        late.All("main a[href*='/charter/']").ShouldBeEmpty();
        (await (await office.PageAsync($"{At}/look")).SubmitAsync(office, "main form", [.. Day("LookedOn", app.Clock.Today()), ("Words", "It is kept.")])).Status.ShouldBe(HttpStatusCode.Redirect);
        var read = await guest.PageAsync(At);
        read.MainText.ShouldContain("It is kept.");
        read.MainText.ShouldContain($"Look again by {app.Clock.Today().AddYears(1).Long()}");
        read.MainText.ShouldContain("The youth council");
        (await office.PageAsync("/staff")).MainText.ShouldNotContain("co-production charter for a year");
    }

    [Fact]
    public async Task Briefing_CountsWhoCameByAgency_AndNamesNobody()
    {
        using var office = await app.SignInAsAsync(Roles.ProgrammeOffice);
        using var guest = await app.SignInAsAsync(Roles.PartnerGuest);
        (await guest.PageAsync("/staff/improvement/briefings")).MainText.ShouldContain("No briefing is written down yet.");
        var form = await office.PageAsync("/staff/improvement/briefings/new");

        var refused = await form.SubmitAsync(office, "main form", [.. Day("HeldOn", app.Clock.Today()), ("Topic", "What changes"), ("Words", "They asked."), ("Schools", "many"), ("Health", "-1")]);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.All(".summary a").Count.ShouldBe(2);
        refused.One("input[name=Schools]").GetAttribute("value").ShouldBe("many");
        (await form.SubmitAsync(office, "main form", [.. Day("HeldOn", app.Clock.Today()), ("Topic", "What changes"), ("Words", "They asked."), ("Schools", "40"), ("Health", "2")])).Status.ShouldBe(HttpStatusCode.Redirect);

        var page = await guest.PageAsync("/staff/improvement/briefings");
        page.MainText.ShouldContain("What changes");
        page.All("table tbody tr").Count.ShouldBe(8);
        page.All("table td.num")[^1].TextContent.ShouldBe("42");
    }

    private static (string, string?)[] Day(string field, DateOnly day) => [($"{field}.Day", $"{day.Day}"), ($"{field}.Month", $"{day.Month}"), ($"{field}.Year", $"{day.Year}")];

    private static async Task<IReadOnlyList<string>> GapsAsync(HttpClient client) =>
        [.. (await client.PageAsync("/staff/improvement/engagement")).All("section[aria-labelledby=gaps] td").SelectMany(cell => cell.TextContent.Split(", "))];

    private async Task<Guid> DecideAsync(string title) => await app.DoAsync(new RaiseMatter(MatterKind.Decision, title, "Decide it", null, null, null, "Chair of the board", app.Clock.Today()));

    private async Task<Guid> PartAsync(string reference)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        return await scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().Parts.Where(part => part.Reference == reference).Select(part => part.Id).SingleAsync(Now);
    }
}
