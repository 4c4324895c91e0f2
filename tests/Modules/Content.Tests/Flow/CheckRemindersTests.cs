using System.Net;
using System.Text.RegularExpressions;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.Staff.TakeDownDocument;
using Medway.LocalOffer.Content.Jobs;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Content.Tests.Flow;

/// <summary>Who is reminded of a check, and when. Its own host, because it moves the clock.</summary>
[Proves("content")]
public sealed partial class CheckRemindersTests(App app) : IClassFixture<App>
{
    /// <summary>A Monday, ten in the morning in Medway.</summary>
    private static readonly DateTimeOffset Start = new(2027, 1, 4, 10, 0, 0, TimeSpan.Zero);

    private static readonly DateOnly Check = new(2027, 3, 15);

    [Fact]
    public async Task Owner_WhoSignsIn_IsRemindedThirtyDaysBeforeOnTheDayAndFourteenDaysLate_Once()
    {
        app.Clock.StandAt(Start);
        using var editor = await EditorAsync();
        var id = await app.LiveAsync("Reminded page");
        await ArrangeAsync(editor, id, ("OwnerEmail", MailboxOf(editor)));

        (await CountsAsync(id, new DateOnly(2027, 2, 12))).ShouldBe(0);
        (await CountsAsync(id, new DateOnly(2027, 2, 13))).ShouldBe(1, "30 days before");
        (await CountsAsync(id, new DateOnly(2027, 2, 14))).ShouldBe(1);
        (await WorkOfAsync(editor)).ShouldContain("Reminded page");
        (await CountsAsync(id, Check)).ShouldBe(2, "on the day");
        (await CountsAsync(id, new DateOnly(2027, 3, 28))).ShouldBe(2);
        (await CountsAsync(id, new DateOnly(2027, 3, 29))).ShouldBe(3, "14 days late");
        (await SinkAsync()).ShouldContain(words => words.Contains("You look after the page called Reminded page", StringComparison.Ordinal) && words.Contains("15 March 2027", StringComparison.Ordinal));

        // It is checked: the next round begins, and nothing of the last one is said again.
        using var again = await app.SignInAgainAsync(editor.AccountId);
        var page = await again.PageAsync($"/staff/content/pages/{id}/arrange");
        (await page.SubmitAsync(again, "form[action*='handler=Confirm']")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await WorkOfAsync(editor)).ShouldNotContain("Reminded page");
        (await CountsAsync(id, new DateOnly(2027, 8, 29))).ShouldBe(3);
        (await CountsAsync(id, new DateOnly(2027, 8, 30))).ShouldBe(4, "30 days before 29 September");
    }

    [Fact]
    public async Task Owner_WhoIsChecked_OrWhosePageIsTakenDown_IsLeftInPeace()
    {
        app.Clock.StandAt(Start);
        using var editor = await EditorAsync();
        var taken = await app.LiveAsync("Taken down before");
        var draft = await app.DraftAsync("Only a draft");
        var control = await app.LiveAsync("Still to be checked");
        foreach (var id in new[] { taken, draft, control })
        {
            await ArrangeAsync(editor, id, ("OwnerEmail", MailboxOf(editor)));
        }

        (await app.SendAsync(Writing.Publisher, Roles.Publisher, new TakeDownDocument(taken, nameof(TakenDownReason.Withdrawn), "It is over.", ""))).Ok();

        (await CountsAsync(control, Check)).ShouldBe(1, "the earlier one, which no host was there to send, is not sent beside the one of today");
        (await CountsAsync(taken, Check)).ShouldBe(0);
        (await CountsAsync(draft, Check)).ShouldBe(0);
    }

    [Fact]
    public async Task Owner_WithoutAnAccount_GetsALinkAndSaysItNeedsAChange_WhichStaffHearOf()
    {
        app.Clock.StandAt(Start);
        using var editor = await EditorAsync();
        var id = await app.LiveAsync("Pool times");
        await ArrangeAsync(editor, id, ("OwnerMailbox", "pool@example.org"));
        (await editor.Client.PageAsync($"/staff/content/pages/{id}/arrange")).One("input[name=OwnerMailbox]").GetAttribute("value").ShouldBe("pool@example.org");

        await CountsAsync(id, new DateOnly(2027, 2, 13));
        var words = (await SinkAsync()).Single(text => text.Contains("the page called Pool times", StringComparison.Ordinal));
        var link = Link().Match(words).Value;
        using var owner = app.CreateClient();
        var asked = await owner.PageAsync(link);
        asked.Heading.ShouldBe("Pool times");
        (await asked.SubmitAsync(owner, "main form", ("Answer", "change"), ("Name", "Sam"), ("Words", "It opens at nine."))).Heading.ShouldBe("Thank you");

        var work = await WorkOfAsync(editor);
        work.ShouldContain("Needs a change");
        work.ShouldContain("Its owner says so.");
        (await CountsAsync(id, Check)).ShouldBe(1, "who has said that it needs a change is not asked again: it is for us to act");
    }

    [Fact]
    public async Task Page_ThatWasLiveBeforeThereWereReminders_GetsThemWithoutBeingPublishedAgain()
    {
        app.Clock.StandAt(Start);
        using var editor = await EditorAsync();
        var (old, taken) = (await app.LiveAsync("Live for years"), await app.LiveAsync("Gone for years"));
        foreach (var id in new[] { old, taken })
        {
            await ArrangeAsync(editor, id, ("OwnerEmail", MailboxOf(editor)));
        }

        (await app.SendAsync(Writing.Publisher, Roles.Publisher, new TakeDownDocument(taken, nameof(TakenDownReason.Withdrawn), "It is over.", ""))).Ok();
        await app.ReadAsync(context => context.Database.ExecuteSqlAsync($"delete from platform.occurrences where kind = 'content.check-remind'"));

        await PlanChecksAsync();
        await PlanChecksAsync();

        (await PlannedAsync(old)).ShouldBe(3, "30 days before, on the day and 14 days late, once each");
        (await PlannedAsync(taken)).ShouldBe(0);
        (await app.ReadAsync(context => context.Database.SqlQuery<int>(
            $"""
            select count(*)::int as "Value" from content.published p
            where p.variant = 'full' and p.kind <> 'alert' and p.taken_down is null
              and not exists (select from platform.occurrences o where o.subject = p.document_id and o.kind = 'content.check-remind')
            """).SingleAsync())).ShouldBe(0, "every page that came with the product, too");
        (await CountsAsync(old, new DateOnly(2027, 2, 13))).ShouldBe(1);
    }

    [Fact]
    public async Task Arrange_BadOrTwoOwners_SaysWhatToDoAndKeepsWhatWasTyped()
    {
        app.Clock.StandAt(Start);
        using var editor = await EditorAsync();
        var id = await app.LiveAsync("Whose is it");
        foreach (var (email, mailbox, message) in new[]
        {
            ("", "no address", "Write an e-mail address like"),
            (MailboxOf(editor), "pool@example.org", "Leave one of the two empty"),
            ("", new string('a', 300) + "@example.org", "254 characters or fewer"),
        })
        {
            var page = await (await editor.Client.PageAsync($"/staff/content/pages/{id}/arrange")).SubmitAsync(editor.Client, "main form:not([action])", ("OwnerEmail", email), ("OwnerMailbox", mailbox));

            page.Status.ShouldBe(HttpStatusCode.BadRequest, message);
            page.One(".summary").TextContent.ShouldContain(message);
            page.One("input[name=OwnerMailbox]").GetAttribute("value").ShouldBe(mailbox);
        }
    }

    private static async Task ArrangeAsync(SignedInClient editor, Guid id, (string, string?) owner)
    {
        var done = await (await editor.Client.PageAsync($"/staff/content/pages/{id}/arrange")).SubmitAsync(
            editor.Client, "main form:not([action])", owner, ("NextCheckOn.Day", "15"), ("NextCheckOn.Month", "3"), ("NextCheckOn.Year", "2027"));
        done.Status.ShouldBe(HttpStatusCode.Redirect, done.MainText);
    }

    private async Task PlanChecksAsync()
    {
        await app.ReadAsync(context => app.Services.GetRequiredService<JobQueue>().EnqueueAsync(context, PlanChecksJob.Kind, null));
        await app.RunJobsAsync();
    }

    private Task<int> PlannedAsync(Guid id) => app.ReadAsync(context => context.Database.SqlQuery<int>(
        $"select count(*)::int as \"Value\" from platform.occurrences where subject = {id} and kind = 'content.check-remind' and state = 'waiting'").SingleAsync());

    /// <summary>How often somebody was asked about this page by the end of what a host does at ten that day; it does it twice.</summary>
    private async Task<int> CountsAsync(Guid id, DateOnly day)
    {
        app.Clock.StandAt(new DateTimeOffset(day, new TimeOnly(10, 0), TimeSpan.Zero));
        await app.RunRemindersAsync();
        await app.RunRemindersAsync();
        var like = $"content.check-remind {id:n} %";
        return await app.ReadAsync(context => context.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from messaging.requests where occurrence_key like {like}").SingleAsync());
    }

    private async Task<IReadOnlyList<string>> SinkAsync()
    {
        using var manager = await app.SignInAsAsync(Roles.TeamManager);
        return [.. (await manager.PageAsync("/staff/messaging/sink")).All("article").Select(article => article.TextContent)];
    }

    private Task<SignedInClient> EditorAsync() => app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.Editor, Scope.Everything)]);

    /// <summary>What this editor signs in with.</summary>
    private static string MailboxOf(SignedInClient editor) => $"{editor.AccountId:n}@example.org";

    /// <summary>My work, in a session of today.</summary>
    private async Task<string> WorkOfAsync(SignedInClient editor)
    {
        using var client = await app.SignInAgainAsync(editor.AccountId);
        return (await client.PageAsync("/staff")).MainText;
    }

    [GeneratedRegex("/link/check/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
