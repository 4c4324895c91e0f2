using System.Net;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Tests.Support;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Tests.Features;

/// <summary>Braille, a recording, British Sign Language: somebody makes it, writes down what came of it, and only then it leaves.</summary>
[Proves("messaging")]
public sealed class FormatTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const string List = "/staff/messaging/formats";
    private const string Form = "main form";

    private readonly OwnApp app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(Given.Wednesday);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Braille_IsMade_AndGoesIntoItsEnvelope()
    {
        var family = await NeedsAsync(MessageFormat.Braille, "braille", MessageChannel.Letter);
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var message = await app.OnlyAsync("braille");
        (message.State, message.Reason).ShouldBe((MessageState.ToMake, "format_missing_braille"));
        (await staff.PageAsync("/staff")).Body.ShouldContain($"{List}/{message.Id}");
        var list = await staff.PageAsync(List);
        list.One("main tbody tr").TextContent.ShouldContain("Braille");
        list.Body.ShouldNotContain("Madeup");

        var page = await staff.PageAsync($"{List}/{message.Id}");
        page.MainText.ShouldContain("We would like to speak to you");
        page.Body.ShouldNotContain(family.Street);
        (await page.SubmitAsync(staff, Form, ("Outcome", ""))).MainText.ShouldContain("Choose what came of it");
        var typed = await page.SubmitAsync(staff, Form, ("Outcome", "cannot_be_made"), ("Reason", ""));
        typed.Status.ShouldBe(HttpStatusCode.BadRequest);
        typed.MainText.ShouldContain("Write why it cannot be made");
        (await app.OnlyAsync("braille")).State.ShouldBe(MessageState.ToMake);
        (await page.SubmitAsync(staff, Form, ("Outcome", "ready"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await page.SubmitAsync(staff, Form, ("Outcome", "ready"))).Status.ShouldBe(HttpStatusCode.Conflict, "once is enough");

        await app.DispatchAsync();
        (await app.OnlyAsync("braille")).State.ShouldBe(MessageState.ToPrint);
        var batch = (await (await staff.PageAsync("/staff/messaging/print")).SubmitAsync(staff, Form)).Response.Headers.Location!.ToString();
        var sheets = await staff.PageAsync(batch + "/sheets");
        sheets.MainText.ShouldContain("Put in: Braille");
        sheets.MainText.ShouldContain(family.Street);
    }

    [Fact]
    public async Task SignLanguage_ByEMail_IsAFilmOnThisSite_AndNowhereElse()
    {
        await NeedsAsync(MessageFormat.Bsl, "film", MessageChannel.Email);
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var page = await staff.PageAsync($"{List}/{(await app.OnlyAsync("film")).Id}");

        var refused = await page.SubmitAsync(staff, Form, ("Outcome", "ready"), ("Path", "https://evil.example/film"));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.MainText.ShouldContain("stands on this site");
        refused.One("input[name=Path]").GetAttribute("value").ShouldBe("https://evil.example/film");
        (await page.SubmitAsync(staff, Form, ("Outcome", "ready"), ("Path", "/media/our-film"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.DispatchAsync();

        var sunk = (await app.SunkAsync("film")).ShouldNotBeNull();
        sunk.ShouldContain("We made this for you in British Sign Language");
        sunk.ShouldContain("/media/our-film");
    }

    [Fact]
    public async Task Made_CannotBe_TheNextWayIsAskedForTheSameFormat_AndNothingLeavesInPlainWords()
    {
        await NeedsAsync(MessageFormat.Bsl, "cannot", null);
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        for (var hop = 0; hop < 3; hop++)
        {
            var message = (await app.MessagesAsync("cannot"))[^1];
            (message.Hop, message.State).ShouldBe((hop, MessageState.ToMake));
            await (await staff.PageAsync($"{List}/{message.Id}")).SubmitAsync(staff, Form, ("Outcome", "cannot_be_made"), ("Reason", "Nobody here signs"));
            await app.DispatchAsync();
        }

        var all = await app.MessagesAsync("cannot");
        all.SkipLast(1).ShouldAllBe(m => m.State == MessageState.NotMade && m.Reason == "format_not_made");
        (await app.AskAsync(context => context.Sink.CountAsync(Given.Now))).ShouldBe(0, "nothing left in plain words");

        // A call: a signer is booked through a relay, and the call is then one to make.
        var call = all[^1];
        (call.Channel, call.State).ShouldBe((MessageChannel.Phone, MessageState.ToMake));
        await (await staff.PageAsync($"{List}/{call.Id}")).SubmitAsync(staff, Form, ("Outcome", "ready"));
        await app.DispatchAsync();
        (await app.MessagesAsync("cannot"))[^1].State.ShouldBe(MessageState.ToDo);
    }

    [Fact]
    public async Task Told_ToTheRightPerson_IsMade_AndOneOfAnotherFamilyThatIsRestrictedIsNotShown()
    {
        await NeedsAsync(MessageFormat.Audio, "told", MessageChannel.Letter);
        var restricted = await NeedsAsync(MessageFormat.Audio, "restricted", MessageChannel.Letter);
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await (await staff.PageAsync($"{List}/{(await app.OnlyAsync("told")).Id}")).SubmitAsync(staff, Form, ("Outcome", "told"));
        (await app.OnlyAsync("told")).State.ShouldBe(MessageState.Made);

        await app.HoldAsync(restricted, HeldReason.NoContactOrder);
        var page = await staff.PageAsync($"{List}/{(await app.OnlyAsync("restricted")).Id}");
        page.MainText.ShouldContain("Do not make it");
        page.MainText.ShouldNotContain("We would like to speak to you");
        (await app.OnlyAsync("restricted")).State.ShouldBe(MessageState.Held);
        using var author = await app.SignInAsAsync(Roles.Author);
        (await author.PageAsync(List)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<MadeFamily> NeedsAsync(MessageFormat format, string occurrence, MessageChannel? channel)
    {
        var family = await app.FamilyAsync();
        await app.LikesAsync(Preferences.Usual(family.ParentId) with { Format = format });
        await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", occurrence, family.ChildId, channel));
        await app.DispatchAsync();
        return family;
    }
}
