using System.Net;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Tests.Support;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging.Tests.Features;

/// <summary>The screens, as staff use them: opened from the menu, filled in and sent.</summary>
public sealed class StaffPagesTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly OwnApp app = new(cluster, services => services.WithoutTheRegisters());

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(Given.Wednesday);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    [Proves("messaging")]
    public async Task Ledger_CountsFromItself_SaysAsAt_AndHasNoNames()
    {
        var family = await app.FamilyAsync();
        await app.RequestAsync(Given.ToMailbox("officer@example.org", "sunk"));
        await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", "to call", family.ChildId, MessageChannel.Phone));
        await app.RequestAsync(Given.ToPerson(family.ParentId, await app.TemplateAsync("register"), "held", family.ChildId, MessageChannel.Email));
        await app.DispatchAsync();
        app.Clock.StandAt(new DateTimeOffset(2026, 11, 25, 14, 5, 31, TimeSpan.Zero));
        using var lead = await app.SignInAsAsync(Roles.TeamManager);

        var page = await lead.PageAsync("/staff/messaging");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.One("[data-renew]").TextContent.ShouldContain("As at 14:05:31");
        Count(page, "Due").ShouldBe("1");
        Count(page, "Cannot reach").ShouldBe("1");
        Count(page, "Ended today").ShouldBe("1");
        page.Body.ShouldNotContain(family.Email);
        page.Body.ShouldNotContain("Madeup");
        page.Body.ShouldNotContain("officer@example.org");
        page.MainText.ShouldSatisfyAllConditions(
            text => text.ShouldContain("Test message"), text => text.ShouldContain("Please get in touch with us"), text => text.ShouldNotContain("messaging.", customMessage: "the program's names are nobody's words"));

        (await lead.PageAsync("/staff/messaging?view=cannot_reach")).All("main tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("The part of the site that must agree is not there");
        (await lead.PageAsync("/staff/messaging?view=due")).All("main tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("Call");
        (await lead.PageAsync("/staff/messaging?view=failed")).All("main tbody tr").ShouldBeEmpty();
        (await lead.PageAsync("/staff/messaging?template=messaging.test")).All("main tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("Test message");
        (await lead.PageAsync("/staff/messaging?template=nothing")).MainText.ShouldContain("We left out a choice that we do not know: Which message");
        (await lead.PageAsync("/staff")).Body.ShouldContain("/staff/messaging/messages/");

        foreach (var screen in new[] { "/staff/messaging/calls", "/staff/messaging/formats", "/staff/messaging/print", "/staff/messaging/volumes" })
        {
            (await lead.PageAsync(screen)).One("[data-renew]").TextContent.ShouldContain("As at 14:05:31", customMessage: screen);
        }

        using var author = await app.SignInAsAsync(Roles.Author);
        (await author.PageAsync("/staff/messaging")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Message_Held_IsTriedAgainOrCancelled_WithAReason()
    {
        var family = await app.FamilyAsync();
        await app.RequestAsync(Given.ToPerson(family.ParentId, await app.TemplateAsync("register"), "decide", family.ChildId, MessageChannel.Email));
        await app.DispatchAsync();
        var message = await app.OnlyAsync("decide");
        using var lead = await app.SignInAsAsync(Roles.TeamManager);
        var address = $"/staff/messaging/messages/{message.Id}";

        var refused = await (await lead.PageAsync(address)).SubmitAsync(lead, "main form", ("Decision", "again"), ("Reason", ""));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.MainText.ShouldContain("Write why");
        (await (await lead.PageAsync(address)).SubmitAsync(lead, "main form", ("Decision", "again"), ("Reason", "Asked again"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.OnlyAsync("decide")).State.ShouldBe(MessageState.Waiting);
        await app.DispatchAsync();
        (await app.OnlyAsync("decide")).State.ShouldBe(MessageState.Held, "trying again asks the gate again");
        await (await lead.PageAsync(address)).SubmitAsync(lead, "main form", ("Decision", "cancel"), ("Reason", "Told by phone"));
        (await app.OnlyAsync("decide")).State.ShouldBe(MessageState.Cancelled);
        (await lead.PageAsync($"/staff/messaging/messages/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Switch_PulledOnThePage_HoldsUntilItIsReleasedThere()
    {
        using var lead = await app.SignInAsAsync(Roles.DutyLead);
        var page = await lead.PageAsync("/staff/messaging/stops");
        (await page.SubmitAsync(lead, "main form:last-of-type", ("Kind", "template"), ("Template", ""), ("Reason", "Wrong words"))).MainText.ShouldContain("Choose which message to stop");
        foreach (var kind in new[] { "0", "2", "-1", "Person", "nothing" })
        {
            (await page.SubmitAsync(lead, "main form:last-of-type", ("Kind", kind), ("Person", "x"), ("Reason", "Wrong words"))).MainText.ShouldContain("Choose what to stop");
        }

        (await page.SubmitAsync(lead, "main form:last-of-type", ("Kind", "everything"), ("Reason", "Wrong words"))).Status.ShouldBe(HttpStatusCode.Redirect);

        await app.RequestAsync(Given.ToMailbox("officer@example.org", "stopped"));
        await app.DispatchAsync();
        (await app.OnlyAsync("stopped")).State.ShouldBe(MessageState.Waiting);
        page = await lead.PageAsync("/staff/messaging/stops");
        page.MainText.ShouldContain("Everything is stopped");
        page = await lead.PageAsync(page.One("main .note a[href*='release=']").GetAttribute("href")!);
        var refused = await page.SubmitAsync(lead, "main .note form", ("ReleaseReason", " "));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.MainText.ShouldContain("Write why");
        await app.DispatchAsync();
        (await app.OnlyAsync("stopped")).State.ShouldBe(MessageState.Waiting, "without a reason it holds on");
        (await refused.SubmitAsync(lead, "main .note form", ("ReleaseReason", "The words are right again"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await TrailAsync(MessagingAudit.Lifted.Name)).ShouldBe(["The words are right again"]);
        await app.DispatchAsync();
        (await app.OnlyAsync("stopped")).State.ShouldBe(MessageState.Sunk);
    }

    [Fact]
    public async Task Test_SentFromThePage_GoesToWhoeverAsks_WhateverIsPosted_AndStandsInTheSink_AndInTheNumbers()
    {
        using var signedIn = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.TeamManager, Scope.Everything)]);
        var manager = signedIn.Client;
        var page = await manager.PageAsync("/staff/messaging/test");
        page.All("main form input:not([type=hidden])").ShouldBeEmpty("there is no address to type");
        (await page.SubmitAsync(manager, "main form", ("Mailbox", "somebody.else@example.org"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.AskAsync(context => context.Requests.AsNoTracking().Where(r => r.Template == "messaging.test").Select(r => r.Mailbox).ToListAsync(Given.Now)))
            .ShouldBe([$"{signedIn.AccountId:n}@example.org"]);
        await app.DispatchAsync();

        (await manager.PageAsync("/staff/messaging/sink")).MainText.ShouldSatisfyAllConditions(
            text => text.ShouldContain("This is a test of the Medway Local Offer"), text => text.ShouldContain("E-mail: Test message"), text => text.ShouldNotContain("messaging.test"));
        var numbers = await manager.PageAsync("/staff/messaging/volumes");
        numbers.MainText.ShouldContain("As at 10:00:00");
        numbers.One("main tbody tr").TextContent.ShouldContain("E-mail");
    }

    [Fact]
    public async Task Words_WrittenByOne_LeaveWhenAnotherHasApprovedThem()
    {
        using var writer = await app.SignInAsAsync(Roles.TeamManager);
        using var other = await app.SignInAsAsync(Roles.TeamManager);
        var template = await app.AskAsync(context => context.Templates.SingleAsync(t => t.Name == "messaging.test", Given.Now));
        var list = await writer.PageAsync("/staff/messaging/templates");
        list.All($"main a[href='/staff/messaging/templates/{template.Id}']").ShouldHaveSingleItem();
        var address = $"/staff/messaging/templates/{template.Id}";
        var page = await writer.PageAsync(address);
        page.MainText.ShouldContain("parts");
        var write = await writer.PageAsync(page.One("main a[href*='/write?from=']").GetAttribute("href")!);
        write.Html.QuerySelector("textarea")!.TextContent.ShouldContain("((sent))");

        (await write.SubmitAsync(writer, "main form", ("Body", "Look at ((child_name)) now."))).MainText.ShouldContain("There is no field ((child_name))");
        var typed = await write.SubmitAsync(writer, "main form", ("Body", "Go to www.example.org."));
        typed.Status.ShouldBe(HttpStatusCode.BadRequest);
        typed.Html.QuerySelector("textarea")!.TextContent.ShouldContain("Go to www.example.org.", customMessage: "what was typed is kept");
        (await write.SubmitAsync(writer, "main form", ("Subject", "New words"), ("Body", "These are new words of ((sent))."))).Status.ShouldBe(HttpStatusCode.Redirect);

        await app.RequestAsync(Given.ToMailbox("officer@example.org", "before"));
        await app.DispatchAsync();
        (await app.SunkAsync("before"))!.ShouldNotContain("new words");
        (await writer.PageAsync(address)).MainText.ShouldContain("Somebody else has to approve these words");
        (await other.PageAsync("/staff")).MainText.ShouldContain("Somebody wrote new words");
        await (await other.PageAsync(address)).SubmitAsync(other, "main form", ("Decision", "approve"));
        await app.RequestAsync(Given.ToMailbox("officer@example.org", "after"));
        await app.DispatchAsync();
        (await app.SunkAsync("after"))!.ShouldContain("These are new words of 3 November 2026.");
    }

    /// <summary>Whoever approves words sees them with the names on which letters break, cleaned as they would leave.</summary>
    [Fact]
    public async Task Words_WithANameInThem_AreShownWithAwkwardNames()
    {
        using var writer = await app.SignInAsAsync(Roles.TeamManager);
        var template = await app.AskAsync(context => context.Templates.SingleAsync(t => t.Name == "accounts.invitation", Given.Now));

        var page = await writer.PageAsync($"/staff/messaging/templates/{template.Id}");

        foreach (var (why, _) in AwkwardNames.All)
        {
            page.MainText.ShouldContain(why);
        }

        page.MainText.ShouldContain("Wolfeschlegelsteinhausenbergerdorff");
        page.MainText.ShouldNotContain("](http", customMessage: "nothing that somebody types becomes a link");
        page.Body.ShouldNotContain("<b>Sample");
    }

    [Fact]
    public async Task Numbers_SayWhatTextMessagesCost_OnceThePriceIsSet()
    {
        var family = await app.FamilyAsync();
        await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", "priced", family.ChildId, MessageChannel.Sms));
        await app.DispatchAsync();
        using var manager = await app.SignInAsAsync(Roles.TeamManager);
        (await manager.PageAsync("/staff/messaging/volumes")).One("main tbody tr").TextContent.ShouldContain("price not set");

        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<SettingsWriter>().SetAsync(MessagingSettings.SmsPence, 2.5m, "The price of a test", Given.Now);

        var parts = (await app.OnlyAsync("priced")).Segments;
        parts.ShouldBeGreaterThan(0);
        (await manager.PageAsync("/staff/messaging/volumes")).One("main tbody tr").TextContent
            .ShouldContain((parts * 0.025m).ToString("£0.00", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Letters_ArePrintedMatchedReleasedByASecondPerson_AndPosted()
    {
        var (one, two) = (await app.FamilyAsync(), await app.FamilyAsync());
        foreach (var family in new[] { one, two })
        {
            await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", $"letter {family.ParentId}", family.ChildId, MessageChannel.Letter));
        }

        await app.DispatchAsync();
        using var maker = await app.SignInAsAsync(Roles.EhcCoordinator);
        using var second = await app.SignInAsAsync(Roles.TeamManager);
        var made = await (await maker.PageAsync("/staff/messaging/print")).SubmitAsync(maker, "main form");
        var address = made.Response.Headers.Location!.ToString();
        var sheets = await maker.PageAsync(address + "/sheets");
        sheets.All(".sheet").Count.ShouldBe(4, "two letters and two envelopes");
        sheets.MainText.ShouldContain(one.Street);
        var codes = sheets.All(".sheet--envelope .sheet__code").Select(code => code.TextContent.Trim()).ToList();

        const string Match = "main form:has([name=Letter])";
        const string Release = "main form:has([value=release])";
        (await (await maker.PageAsync(address)).SubmitAsync(maker, Match, ("Letter", codes[0]), ("Envelope", codes[1]))).MainText.ShouldContain("These two codes are not the same");
        (await (await second.PageAsync(address)).SubmitAsync(second, Release)).MainText.ShouldContain("Match every letter with its envelope first");
        foreach (var code in codes)
        {
            (await (await maker.PageAsync(address)).SubmitAsync(maker, Match, ("Letter", code.ToLowerInvariant()), ("Envelope", $" {code[..3]} {code[3..]}"))).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        (await maker.PageAsync(address)).All(Release).ShouldBeEmpty("whoever made it cannot release it");
        (await (await second.PageAsync(address)).SubmitAsync(second, Release)).Status.ShouldBe(HttpStatusCode.Redirect);
        var post = await second.PageAsync(address);
        (await post.SubmitAsync(second, "main form:has([value=post])", ("PostedOn.Day", "31"), ("PostedOn.Month", "2"), ("PostedOn.Year", "2026"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        await post.SubmitAsync(second, "main form:has([value=post])", ("PostedOn.Day", "25"), ("PostedOn.Month", "11"), ("PostedOn.Year", "2026"));
        (await app.OnlyAsync($"letter {one.ParentId}")).State.ShouldBe(MessageState.Posted);

        var back = await app.OnlyAsync($"letter {two.ParentId}");
        await (await second.PageAsync(address)).SubmitAsync(second, "main form:has([value=return])", ("Code", back.MatchCode!));
        (await app.OnlyAsync($"letter {two.ParentId}")).State.ShouldBe(MessageState.Returned);
        (await app.FindAsync(two.AddressId, Channel.Letter)).ShouldBeFalse();
        (await app.FindAsync(one.AddressId, Channel.Letter)).ShouldBeTrue("the control");
    }

    [Fact]
    public async Task Call_CountsOnlyWhenTheRightPersonWasSpokenTo()
    {
        var family = await app.FamilyAsync();
        await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", "call", family.ChildId, MessageChannel.Phone));
        await app.DispatchAsync();
        using var caller = await app.SignInAsAsync(Roles.EhcCoordinator);
        var list = await caller.PageAsync("/staff/messaging/calls");
        list.Body.ShouldNotContain("Madeup");
        list.MainText.ShouldSatisfyAllConditions(text => text.ShouldContain("Please get in touch with us"), text => text.ShouldNotContain("messaging.get-in-touch"));
        var address = list.One("main tbody a").GetAttribute("href")!;
        var page = await caller.PageAsync(address);
        page.MainText.ShouldContain(family.Phone.Replace(" ", "", StringComparison.Ordinal));
        page.MainText.ShouldContain("Make sure that it is the right person");

        foreach (var outcome in new[] { "", "7", "-1", "Spoke" })
        {
            (await page.SubmitAsync(caller, "main form", ("Outcome", outcome), ("RightPerson", "false"))).MainText.ShouldContain("Choose how it went");
        }

        (await page.SubmitAsync(caller, "main form", ("Outcome", "no_answer"), ("RightPerson", "true"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        await page.SubmitAsync(caller, "main form", ("Outcome", "spoke"), ("RightPerson", "false"));
        (await app.OnlyAsync("call")).State.ShouldBe(MessageState.ToDo);
        await (await caller.PageAsync(address)).SubmitAsync(caller, "main form", ("Outcome", "spoke"), ("RightPerson", "true"));
        (await app.OnlyAsync("call")).State.ShouldBe(MessageState.Made);
        (await caller.PageAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<List<string>> TrailAsync(string name) => app.AskAsync(context =>
        context.Database.SqlQuery<string>($"select reason as \"Value\" from platform.audit_entries where name = {name}").ToListAsync(Given.Now));

    private static string Count(Page page, string what) => page.All(".govuk-summary-list__row")
        .Single(row => row.QuerySelector("dt")!.TextContent.Trim() == what).QuerySelector("dd")!.TextContent.Trim();
}
