using System.Net;
using System.Text.Json;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Jobs;
using Medway.LocalOffer.Messaging.Tests.Support;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging.Tests.Channels;

/// <summary>Letters that Notify prints and posts, and those that it must not have.</summary>
[Proves("messaging")]
public sealed class NotifyLetterTests(PostgresCluster cluster) : IAsyncLifetime
{
    private NotifyStandIn notify = null!;
    private OwnApp app = null!;

    public async ValueTask InitializeAsync()
    {
        notify = await NotifyStandIn.StartAsync();
        app = new OwnApp(cluster);
        foreach (var (key, value) in notify.Settings())
        {
            app.Settings[key] = value;
        }

        app.Settings["Messaging:Letter"] = "notify";
        app.Settings["Messaging:Notify:LetterTemplateId"] = "0d3a9b3d-0000-4000-8000-000000000003";
        await app.InitializeAsync();
        app.Clock.StandAt(Given.Wednesday);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await notify.DisposeAsync();
    }

    [Fact]
    public async Task Letter_GoesWithNameAndAddress_IsPostedWhenNotifySaysSo_AndMayComeBack()
    {
        var family = await app.FamilyAsync();
        await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", "letter", family.ChildId, MessageChannel.Letter));
        await app.DispatchAsync();

        var accepted = notify.All.ShouldHaveSingleItem();
        accepted.Kind.ShouldBe("letter");
        notify.BadTokens.ShouldBe(0);
        var lines = accepted.Recipient.Split('\n');
        lines[0].ShouldEndWith(" Madeup");
        lines[1..].ShouldBe([family.Street, "Sampletown", "ZZ99 9AJ"]);
        accepted.Subject.ShouldBe("Please get in touch");
        accepted.Body.ShouldContain("We would like to speak to you");
        (await app.OnlyAsync("letter")).State.ShouldBe(MessageState.Sent, "taken is not posted");

        using var client = app.CreateClient();
        foreach (var (status, state) in new[] { ("accepted", MessageState.Sent), ("received", MessageState.Posted), ("returned-letter", MessageState.Returned), ("received", MessageState.Returned) })
        {
            using var receipt = NotifyStandIn.Receipt(accepted.Id, accepted.Reference, status);
            (await client.CallBackAsync(receipt)).IsSuccessStatusCode.ShouldBeTrue();
            (await app.OnlyAsync("letter")).State.ShouldBe(state);
        }

        (await app.FindAsync(family.AddressId, Channel.Letter)).ShouldBeFalse("People holds the address from now on");
    }

    /// <summary>Weeks after a letter was posted it comes back. Notify says so in a call of its own kind; what follows is what follows when our own post brings one back.</summary>
    [Fact]
    public async Task ReturnedLetter_AsNotifySaysIt_HoldsTheAddress_TellsTheModule_AndIsTriedAnotherWay_Once()
    {
        var (family, other) = (await app.FamilyAsync(), await app.FamilyAsync());
        foreach (var of in new[] { family, other })
        {
            await app.LikesAsync(Preferences.Usual(of.ParentId) with { Channel = Channel.Letter });
            await app.RequestAsync(Given.ToPerson(of.ParentId, "messaging.get-in-touch", $"returned {of.ParentId}", of.ChildId));
        }

        await app.DispatchAsync();
        using var client = app.CreateClient();
        foreach (var letter in notify.All)
        {
            using var receipt = NotifyStandIn.Receipt(letter.Id, letter.Reference, "received");
            (await client.CallBackAsync(receipt)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        var accepted = notify.All.Single(letter => letter.Recipient.Contains(family.Street, StringComparison.Ordinal));
        (await ReturnAsync(client, accepted.Id, accepted.Reference, "a guess")).ShouldBe(HttpStatusCode.Unauthorized);
        (await OfAsync(family)).State.ShouldBe(MessageState.Posted, "nobody but Notify may say so");
        foreach (var unknown in new[] { Guid.CreateVersion7().ToString(), "not an id", null })
        {
            (await ReturnAsync(client, "n-1", unknown)).ShouldBe(HttpStatusCode.NoContent, "about a letter that we never sent: taken, so that it does not come again");
        }

        app.Clock.Move(TimeSpan.FromDays(15));
        (await ReturnAsync(client, accepted.Id, accepted.Reference)).ShouldBe(HttpStatusCode.NoContent);
        (await ReturnAsync(client, accepted.Id, accepted.Reference)).ShouldBe(HttpStatusCode.NoContent, "the same again is the same");

        (await OfAsync(family)).State.ShouldBe(MessageState.Returned);
        (await OfAsync(other)).State.ShouldBe(MessageState.Posted, "the control");
        (await StateAsync(family)).ShouldBe([HeldReason.ContactPointUnusable], "People holds the address from now on");
        (await StateAsync(other)).ShouldBeEmpty("the control");
        var told = (await SettledAsync(family.ParentId)).ShouldHaveSingleItem("the module is told once");
        told.ShouldSatisfyAllConditions(
            settled => settled.Outcome.ShouldBe(MessageOutcome.Returned), settled => settled.OccurrenceKey.ShouldBe($"returned {family.ParentId}"),
            settled => settled.NextChannel.ShouldBe(MessageChannel.Email));
        (await app.MessagesAsync($"returned {family.ParentId}"))[1].ShouldSatisfyAllConditions(m => m.Channel.ShouldBe(MessageChannel.Email), m => m.Hop.ShouldBe(1));
        (await SettledAsync(other.ParentId)).ShouldBeEmpty("the control");
    }

    [Fact]
    public async Task ReturnedLetter_AboutSomethingThatIsNoLetter_ChangesNothing()
    {
        var family = await app.FamilyAsync();
        await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", "an e-mail", family.ChildId, MessageChannel.Email));
        await app.DispatchAsync();
        var accepted = notify.All.ShouldHaveSingleItem();
        using var client = app.CreateClient();
        using var receipt = NotifyStandIn.Receipt(accepted.Id, accepted.Reference, "delivered");
        await client.CallBackAsync(receipt);

        (await ReturnAsync(client, accepted.Id, accepted.Reference)).ShouldBe(HttpStatusCode.NoContent);

        (await app.OnlyAsync("an e-mail")).State.ShouldBe(MessageState.Delivered);
        (await app.FindAsync(family.EmailId)).ShouldBeTrue();
    }

    /// <summary>Over Christmas the printer is closed for longer than an e-mail may take.</summary>
    [Fact]
    public async Task Letter_ThatThePrinterHasForAWeek_IsNotTakenForLost_AndAfterTwoWeeksItIs()
    {
        notify.Says = "accepted";
        var family = await app.FamilyAsync();
        await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", "over christmas", family.ChildId, MessageChannel.Letter));
        await app.DispatchAsync();

        app.Clock.Move(TimeSpan.FromDays(7));
        await ReconcileAsync();
        (await app.OnlyAsync("over christmas")).State.ShouldBe(MessageState.Sent);

        app.Clock.Move(TimeSpan.FromDays(8));
        await ReconcileAsync();
        (await app.OnlyAsync("over christmas")).ShouldSatisfyAllConditions(m => m.State.ShouldBe(MessageState.Failed), m => m.Reason.ShouldBe("no_receipt"));
    }

    private async Task ReconcileAsync()
    {
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<ReconcileJob>().RunAsync(new JobContext(Guid.CreateVersion7(), ReconcileJob.Kind, null, "{}", 1), Given.Now);
    }

    private static async Task<HttpStatusCode> ReturnAsync(HttpClient client, string id, string? reference, string token = NotifyStandIn.CallbackToken)
    {
        using var call = NotifyStandIn.ReturnedLetter(id, reference);
        return (await client.CallBackAsync(call, token)).StatusCode;
    }

    private async Task<Message> OfAsync(MadeFamily family) => (await app.MessagesAsync($"returned {family.ParentId}"))[0];

    private async Task<IReadOnlyList<HeldReason>> StateAsync(MadeFamily family)
    {
        await using var scope = app.Scope();
        return (await scope.ServiceProvider.GetRequiredService<IReach>().AskAsync(new ReachQuestion(family.ParentId, family.ChildId, Channel.Letter, ReachPurpose.Tell), Given.Now)).Held;
    }

    /// <summary>What other modules hear of messages to this person, but for those that arrived.</summary>
    private async Task<List<MessageSettled>> SettledAsync(Guid personId) =>
    [
        .. (await app.AskAsync(context => context.Database.SqlQuery<string>($"select payload::text as \"Value\" from platform.outbox where name = 'messaging.message-settled.v1'").ToListAsync(Given.Now)))
            .Select(payload => JsonSerializer.Deserialize<MessageSettled>(payload, JsonSerializerOptions.Web)!)
            .Where(settled => settled.PersonId == personId && settled.Outcome != MessageOutcome.Made),
    ];

    [Fact]
    public async Task Letter_InLargePrint_OrToAHiddenAddress_OrMadeInBraille_IsPrintedHere()
    {
        var (usual, large, hidden) = (await app.FamilyAsync(), await app.FamilyAsync(), await app.FamilyAsync());
        await app.LikesAsync(Preferences.Usual(large.ParentId) with { Format = MessageFormat.LargePrint });
        await app.HideAddressAsync(hidden);
        foreach (var family in new[] { usual, large, hidden })
        {
            await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", $"letter {family.ParentId}", null, MessageChannel.Letter));
        }

        await app.DispatchAsync();
        notify.All.ShouldHaveSingleItem().Recipient.ShouldContain(usual.Street, customMessage: "the control");
        (await app.OnlyAsync($"letter {large.ParentId}")).State.ShouldBe(MessageState.ToPrint);
        (await app.OnlyAsync($"letter {hidden.ParentId}")).State.ShouldBe(MessageState.ToPrint);
    }

    [Fact]
    public async Task Letter_ThatTimedOutAfterItWasTaken_IsAskedAbout_AndPostedOnce()
    {
        notify.Hang = TimeSpan.FromMilliseconds(1);
        notify.Faults = NotifyFaults.None with { TimeoutsAfterAccepting = 1 };
        var family = await app.FamilyAsync();
        await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", "unsure letter", family.ChildId, MessageChannel.Letter));
        await app.DispatchAsync();
        (await app.OnlyAsync("unsure letter")).State.ShouldBe(MessageState.Unsure);

        app.Clock.Move(TimeSpan.FromSeconds(61));
        await app.DispatchAsync();
        (await app.OnlyAsync("unsure letter")).ShouldSatisfyAllConditions(m => m.State.ShouldBe(MessageState.Posted), m => m.SettledAt.ShouldNotBeNull());
        notify.All.Count.ShouldBe(1);
    }
}
