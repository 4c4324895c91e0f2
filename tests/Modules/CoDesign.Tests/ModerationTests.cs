using System.Net;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.CoDesign.Features.Staff.ReadAnswer;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.CoDesign.Tests.Support;
using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.CoDesign.Tests;

[Proves("codesign")]
public sealed class ModerationTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Moderator_ReadsTheOldestFirst_WithoutGroup_AndTakesWordsOut()
    {
        var (round, answer) = await AnswerAsync("It is hard and Sam helps me with Mia");
        using var moderator = await app.SignInAsAsync(Roles.Moderator);
        (await moderator.PageAsync("/staff")).MainText.ShouldContain("Answers to moderate");
        var queue = await moderator.PageAsync("/staff/codesign/moderation");
        queue.MainText.ShouldNotContain("group A");
        queue.MainText.ShouldNotContain("It is hard and");
        var page = await moderator.PageAsync($"/staff/codesign/moderation/{answer.Id}");
        page.MainText.ShouldContain("It is hard and Sam helps me with Mia");
        page.MainText.ShouldNotContain("Reviewer");
        page.MainText.ShouldNotContain("Made-up School");

        var added = await page.SubmitAsync(moderator, "main form[novalidate]", [("State", nameof(Moderation.Trimmed)), ("Shown", "It is hard and … helps me with everything")]);
        added.Status.ShouldBe(HttpStatusCode.BadRequest);
        added.MainText.ShouldContain("Only take words out");
        (await page.SubmitAsync(moderator, "main form[novalidate]", [("State", nameof(Moderation.Trimmed)), ("Shown", "It is hard and … helps me with …")])).Status.ShouldBe(HttpStatusCode.Redirect);

        var kept = await ReadAsync(answer.Id);
        kept.Shown.ShouldBe("It is hard and … helps me with …");
        kept.Words.ShouldBe("It is hard and Sam helps me with Mia", "the original stays sealed");
        (await moderator.PageAsync($"/staff/codesign/moderation/{answer.Id}")).MainText.ShouldNotContain("Sam");
        using var lead = await app.SignInAsAsync(Roles.PanelLead);
        var seen = await lead.PageAsync($"/staff/codesign/rounds/{round.Id}/answers");
        seen.MainText.ShouldContain("It is hard and … helps me with …");
        seen.MainText.ShouldNotContain("Mia");
        (await AuditAsync(answer.Id)).ShouldBe(["codesign.answer-decided", "codesign.answer-saved", "codesign.answer-viewed"], ignoreOrder: true);
    }

    [Fact]
    public async Task Decision_AfterAnotherOne_OrAboutWordsThatChanged_Fails()
    {
        var (round, answer) = await AnswerAsync("Too long");
        using var moderator = await app.SignInAsAsync(Roles.Moderator);
        var page = await moderator.PageAsync($"/staff/codesign/moderation/{answer.Id}");
        using (var reviewer = await app.SitAsync(round.Cards[0]))
        {
            (await reviewer.AnswerAsync(1, Pick.Hard, "Much too long")).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        var changed = await page.SubmitAsync(moderator, "main form[novalidate]", [("State", nameof(Moderation.Accepted))]);
        changed.Status.ShouldBe(HttpStatusCode.Conflict);
        changed.MainText.ShouldContain("The words changed while you were reading");
        changed.MainText.ShouldContain("Much too long");
        (await changed.SubmitAsync(moderator, "main form[novalidate]", [("State", nameof(Moderation.Accepted))])).Status.ShouldBe(HttpStatusCode.Redirect);

        using var second = await app.SignInAsAsync(Roles.Moderator);
        var late = await changed.SubmitAsync(second, "main form[novalidate]", [("State", nameof(Moderation.NotForPublishing))]);
        late.Status.ShouldBeOneOf(HttpStatusCode.Conflict, HttpStatusCode.BadRequest);
        (await app.TryAsync(new DecideAnswer(answer.Id, 2, nameof(Moderation.NotForPublishing), ""))).Kind.ShouldBe(OutcomeKind.Conflict);
        (await ReadAsync(answer.Id)).State.ShouldBe(Moderation.Accepted);

        // Other words after a decision are read anew, and nobody sees them before.
        using (var reviewer = await app.SitAsync(round.Cards[0]))
        {
            await reviewer.AnswerAsync(1, Pick.Hard, "Quite other words");
        }

        (await ReadAsync(answer.Id)).Shown.ShouldBeNull();
    }

    [Fact]
    public async Task Moderator_WhoWroteThePage_NeitherReadsNorDecides()
    {
        var (round, answer) = await AnswerAsync("Too long");
        using var author = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.Moderator, Scope.Everything)]);
        await app.ReadAsync(context => context.Parts.Where(part => part.RoundId == round.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(part => part.WrittenBy, author.AccountId.ToString("D"))));

        (await author.Client.PageAsync($"/staff/codesign/moderation/{answer.Id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task WorriedAbout_LocksTheAnswer_TellsTheSafeguardingLeadAtOnce_AndShowsWhomToCall()
    {
        await using (var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests"))
        {
            await scope.ServiceProvider.GetRequiredService<SettingsWriter>().SetAsync(Safeguarding.Mailbox, "lead@example.org", "A test", TestContext.Current.CancellationToken);
        }

        var (round, answer) = await AnswerAsync("I do not feel safe at home");
        using var moderator = await app.SignInAsAsync(Roles.Moderator);
        var decided = await (await moderator.PageAsync($"/staff/codesign/moderation/{answer.Id}")).SubmitAsync(moderator, "main form[novalidate]", [("State", nameof(Moderation.Worried))]);
        var after = await moderator.PageAsync(decided.Response.Headers.Location!.OriginalString.Split('#')[0]);
        after.MainText.ShouldContain(Panels.Contact);
        after.MainText.ShouldNotContain("I do not feel safe at home");
        (await app.AskedForAsync(WorryAlert.Template)).ShouldHaveSingleItem().Values.ShouldBe(new Dictionary<string, string> { ["path"] = "/staff/codesign/worries" }, "a link and nothing else");
        await app.SendMessagesAsync();
        (await app.AskedForAsync(WorryAlert.Template)).Single().States.ShouldHaveSingleItem("it is on its way").ShouldNotBe("Refused");
        (await EverythingStored.FindAsync(app.Services, app.ConnectionString!, ["I do not feel safe"])).ShouldAllBe(place => place.StartsWith("codesign.answers.", StringComparison.Ordinal), "in no message");

        using var safe = await app.SignInAsAsync(Roles.SafeguardingLead);
        (await safe.PageAsync("/staff")).MainText.ShouldContain("Worried about this");
        var worries = await safe.PageAsync("/staff/codesign/worries");
        worries.MainText.ShouldContain("I do not feel safe at home");
        worries.MainText.ShouldContain("Reviewer 1, group A");
        worries.MainText.ShouldContain(Panels.Contact);
        (await worries.SubmitAsync(safe, "section.note form", [])).Status.ShouldBe(HttpStatusCode.Redirect);

        using (var reviewer = await app.SitAsync(round.Cards[0]))
        {
            await reviewer.AnswerAsync(1, Pick.Easy, "Nothing");
        }

        (await ReadAsync(answer.Id)).Words.ShouldBe("I do not feel safe at home", "it is locked");
        using var lead = await app.SignInAsAsync(Roles.PanelLead);
        (await lead.PageAsync("/staff/codesign/worries")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<(OpenRound Round, Answer Answer)> AnswerAsync(string words)
    {
        var round = await app.OpenRoundAsync();
        using var reviewer = await app.SitAsync(round.Cards[0]);
        (await reviewer.AnswerAsync(1, Pick.Hard, words, ("SendAnyway", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        return (round, await app.ReadAsync(context => context.Answers.SingleAsync(answer => answer.Part!.RoundId == round.Id)));
    }

    private Task<Answer> ReadAsync(Guid id) => app.ReadAsync(context => context.Answers.SingleAsync(answer => answer.Id == id));

    private Task<List<string>> AuditAsync(Guid id) => app.ReadAsync(context =>
        context.Database.SqlQuery<string>($"select distinct name as \"Value\" from platform.audit_entries where subject_id = {id}").ToListAsync());
}
