using System.Net;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Touchpoints;

/// <summary>A school that asked for an assessment hears that it is here, and what was decided: after the family, without a name.</summary>
[Proves("ehcp")]
public sealed class RequesterTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly App app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();

        // A Tuesday in term, at an hour at which messages leave; the young person decides.
        app.Clock.StandAt(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("DecidedToAssess", "We will assess")]
    [InlineData("DecidedNotToAssess", "We will not assess")]
    public async Task School_HearsThatItIsHere_AndTheDecisionWhenTheFamilyHasBeenTold(string decision, string words)
    {
        var family = await app.FamilyAsync();
        await app.AddEmailAsync(family.ChildId, $"child.of.{family.Email}");
        var mailbox = $"office-{family.ChildId:n}@example.org";
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-30), ("AskedBy", "School"), ("AskerMailbox", mailbox));
        var page = await staff.PageAsync(record);
        page.MainText.ShouldContain(mailbox);
        var child = page.One("h1").TextContent;
        (await AskedForAsync(record)).ShouldBe([Requester.Received]);

        await staff.RecordedAsync(record, decision, app.Today(), ("Note", "Made-up reasons"));
        (await AskedForAsync(record)).ShouldBe([Requester.Received], "the family has not been told yet");
        var notices = await app.TouchpointsAsync(family.ChildId, "NA-07");
        notices.Select(one => one.PersonId).ShouldBe([family.ParentId, family.ChildId], ignoreOrder: true);
        foreach (var notice in notices)
        {
            (await AskedForAsync(record)).ShouldBe([Requester.Received], "not everybody in the family has been told");
            await ToldAsync(record, notice);
        }

        (await AskedForAsync(record)).ShouldBe([Requester.Received, Requester.Decided]);
        await app.LaterTodayAsync();
        using var manager = await app.SignInAsAsync(Roles.TeamManager);
        var reference = page.One("main p.lead").TextContent.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0];
        var sent = (await manager.PageAsync("/staff/messaging/sink")).All("article").Select(article => article.TextContent)
            .Where(text => text.Contains(reference, StringComparison.Ordinal) && text.Contains("EHC needs assessment", StringComparison.Ordinal) && text.Contains("short for", StringComparison.Ordinal)).ToList();
        sent.Count.ShouldBe(2, "what the school got");
        sent.ShouldContain(text => text.Contains(words, StringComparison.Ordinal));
        sent.ShouldAllBe(text => !text.Contains(child, StringComparison.Ordinal) && !text.Contains("Made-up reasons", StringComparison.Ordinal));
    }

    [Fact]
    public async Task School_HearsTheDecision_WhenTheLastNoticeIsEnded_ButNotWhenNobodyWasTold()
    {
        var family = await app.FamilyAsync();
        await app.AddEmailAsync(family.ChildId, $"child.of.{family.Email}");
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-30), ("AskedBy", "School"), ("AskerMailbox", $"office-{family.ChildId:n}@example.org"));
        await staff.RecordedAsync(record, "DecidedToAssess", app.Today());
        var notices = await app.TouchpointsAsync(family.ChildId, "NA-07");
        await ToldAsync(record, notices[0]);
        (await AskedForAsync(record)).ShouldBe([Requester.Received]);
        using var manager = await app.SignInAsAsync(Roles.TeamManager);
        (await manager.FillInAsync(notices[1].Address(), ("Way", "NotNeeded"), ("Reason", "They collected it"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await AskedForAsync(record)).ShouldBe([Requester.Received, Requester.Decided]);

        var other = await app.FamilyAsync();
        using var later = await app.SignInAsAsync(Roles.EhcCoordinator);
        var untold = await later.LoggedAsync(other.ChildId, app.Today().AddDays(-30), ("AskedBy", "School"), ("AskerMailbox", $"office-{other.ChildId:n}@example.org"));
        await later.RecordedAsync(untold, "DecidedToAssess", app.Today());
        foreach (var notice in await app.TouchpointsAsync(other.ChildId, "NA-07"))
        {
            (await manager.FillInAsync(notice.Address(), ("Way", "NotNeeded"), ("Reason", "Nobody is there"))).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        (await AskedForAsync(untold)).ShouldBe([Requester.Received], "nobody in the family has been told");
    }

    [Fact]
    public async Task SomebodyElse_HearsThatItIsHere_AndNothingOfTheDecision()
    {
        var family = await app.FamilyAsync();
        await app.AddEmailAsync(family.ChildId, $"child.of.{family.Email}");
        var mailbox = $"club-{family.ChildId:n}@example.org";
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-30), ("AskedBy", "SomebodyElse"), ("AskerMailbox", mailbox));
        await staff.RecordedAsync(record, "DecidedToAssess", app.Today());
        foreach (var notice in await app.TouchpointsAsync(family.ChildId, "NA-07"))
        {
            await ToldAsync(record, notice);
        }

        (await AskedForAsync(record)).ShouldBe([Requester.Received]);
    }

    [Theory]
    [InlineData("Parent", "office@example.org", "A parent or young person is told by their own way")]
    [InlineData("School", "not an address", "Write an e-mail address")]
    public async Task Mailbox_ThatCannotBe_IsRefusedInWords_AndKept(string askedBy, string mailbox, string words)
    {
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);

        var page = await staff.LogAsync((await app.FamilyAsync()).ChildId, app.Today(), ("AskedBy", askedBy), ("AskerMailbox", mailbox));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.MainText.ShouldContain(words);
        page.One("input[name=AskerMailbox]").GetAttribute("value").ShouldBe(mailbox);
    }

    /// <summary>Calls, releases, and half an hour later it has arrived.</summary>
    private async Task ToldAsync(string record, Touchpoint notice)
    {
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await staff.CalledAsync(record, notice.PersonId);
        (await staff.FillInAsync(notice.Address(), ("Way", "Release"), ("Words", "Reasons"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.LaterTodayAsync();
        var id = notice.Id;
        (await app.AskAsync(context => context.Touchpoints.AsNoTracking().SingleAsync(one => one.Id == id, Given.Now))).State.ShouldBe(TouchpointState.Made);
    }

    /// <summary>Templates of what was asked for, for the school or whoever asked.</summary>
    private async Task<List<string>> AskedForAsync(string record)
    {
        var id = Guid.Parse(record.Split('/')[^1]);
        return await app.AskAsync(context => context.Database.SqlQuery<string>(
            $"""
            select template as "Value" from messaging.requests
            where occurrence_key = 'ehcp requester ' || {id}::text or occurrence_key in (select 'ehcp requester ' || e.id::text from ehcp.events e where e.record_id = {id})
            order by created_at
            """).ToListAsync(Given.Now));
    }
}
