using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Tests.Support;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Testing;

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

        (await app.FindAsync(family.AddressId)).ShouldBeFalse("People holds the address from now on");
    }

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
