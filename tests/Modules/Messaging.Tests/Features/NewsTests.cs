using System.Net;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Tests.Features;

/// <summary>News for the public: asked twice, sent to those who said yes, stopped with one press; and the calendar that shows clashes.</summary>
public sealed class NewsTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly OwnApp app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(Given.Wednesday);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task News_AskedForConfirmedSentAndStopped_LeavesNoAddressBehind()
    {
        using var visitor = app.CreateClient();
        var form = await visitor.PageAsync("/join/news");
        var bad = await form.SubmitAsync(visitor, "main form", ("Mailbox", "sam@example"));
        bad.Status.ShouldBe(HttpStatusCode.BadRequest);
        bad.MainText.ShouldContain("Choose what you want news about");
        bad.One("[name=Mailbox]").GetAttribute("value").ShouldBe("sam@example");
        (await form.SubmitAsync(visitor, "main form", ("Mailbox", "sam@example.org"), ("About", "short_breaks"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await form.SubmitAsync(visitor, "main form", ("Mailbox", "Sam@Example.org"), ("About", "short_breaks"))).Status.ShouldBe(HttpStatusCode.Redirect, "asking again says nothing else");
        await app.DispatchAsync();
        var words = (await app.AskAsync(context => context.Sink.Select(s => s.Words).ToListAsync(Given.Now))).ShouldHaveSingleItem()!;
        words.ShouldContain("news about short breaks");

        var confirm = Path(words, "/news");
        (await visitor.PageAsync(confirm)).MainText.ShouldContain("Press the button");
        (await app.AskAsync(context => context.Subscriptions.CountAsync(s => s.ConfirmedAt != null, Given.Now))).ShouldBe(0, "opening a link changes nothing");
        (await (await visitor.PageAsync(confirm)).SubmitAsync(visitor, "main form")).MainText.ShouldContain("You will get news");
        (await visitor.PageAsync(confirm)).Status.ShouldBe(HttpStatusCode.NotFound);

        var key = await SendAsync("Half-term clubs", "Clubs are open.\n\nYou can book now.");
        var news = (await app.SunkAsync(key))!;
        news.ShouldStartWith("short breaks: Half-term clubs");
        news.ShouldContain("Clubs are open.\n\nYou can book now.");
        var stop = Path(news, "/stop");
        (await visitor.PageAsync(stop)).MainText.ShouldContain("Press the button");

        // As a mail program does it: without having opened the page.
        using var program = app.CreateClient();
        using var press = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        (await program.PostAsync(new Uri(stop, UriKind.Relative), press, Given.Now)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.AskAsync(context => context.Subscriptions.CountAsync(Given.Now))).ShouldBe(0);
        (await app.AskAsync(context => context.Requests.CountAsync(r => r.Mailbox != null, Given.Now))).ShouldBe(0);
        await app.DispatchAsync();
        (await app.MessagesAsync(await SendAsync("Another", "Nobody gets it."))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Calendar_TwoForTheSamePeopleInOneWeek_Clash()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        (await (await officer.PageAsync("/staff/messaging/calendar")).SubmitAsync(officer, "main form:has([value=plan])", ("Title", ""))).MainText.ShouldContain("Write what it is called");
        await PlanAsync(officer, "Short breaks survey", "3", "short_breaks", "consultation");
        await PlanAsync(officer, "Short breaks newsletter", "5", "short_breaks", "newsletter");
        await PlanAsync(officer, "Plans newsletter", "5", "ehc_plans", "newsletter");

        var page = await officer.PageAsync("/staff/messaging/calendar");
        page.All("main article").Where(card => card.TextContent.Contains("Clashes with", StringComparison.Ordinal)).Select(card => card.QuerySelector("h2")!.TextContent)
            .ShouldBe(["Short breaks survey", "Short breaks newsletter"]);
    }

    private async Task<string> SendAsync(string title, string words)
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        await PlanAsync(officer, title, "4", "short_breaks", "newsletter", words);
        var entry = await app.AskAsync(context => context.Calendar.OrderByDescending(e => e.AddedAt).ThenByDescending(e => e.Id).FirstAsync(e => e.Title == title, Given.Now));
        var send = $"main form:has([value='{entry.Id}'])";
        (await (await officer.PageAsync("/staff/messaging/calendar")).SubmitAsync(officer, send, ("Act", "send"))).MainText.ShouldContain("A second person reads it");
        using var second = await app.SignInAsAsync(Roles.ProgrammeOffice);
        (await (await second.PageAsync("/staff/messaging/calendar")).SubmitAsync(second, send, ("Act", "send"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.DispatchAsync();
        return $"news {entry.Id}";
    }

    private static async Task PlanAsync(HttpClient officer, string title, string day, string audience, string kind, string words = "") =>
        (await (await officer.PageAsync("/staff/messaging/calendar")).SubmitAsync(
            officer, "main form:has([value=plan])", ("Kind", kind), ("Title", title), ("Sender", "Council"), ("Audience", audience),
            ("From.Day", day), ("From.Month", "12"), ("From.Year", "2026"), ("Words", words))).Status.ShouldBe(HttpStatusCode.Redirect);

    private static string Path(string words, string end) =>
        words.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal) && line.EndsWith(end, StringComparison.Ordinal)) is var link ? new Uri(link).AbsolutePath : "";
}
