using System.Net;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Messaging.Tests.Features;

/// <summary>Whoever may not see a hidden address on the record does not see it on a letter or at a call either.</summary>
[Proves("messaging")]
public sealed class HiddenAddressTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const string Print = "/staff/messaging/print";

    private readonly OwnApp app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(Given.Wednesday);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Letter_ToAHiddenAddress_IsTheLeadsAlone_AndOthersPrintTheRest()
    {
        var (usual, hidden) = (await app.FamilyAsync(), await app.FamilyAsync());
        await app.HideAddressAsync(hidden);
        await WriteAsync(usual);
        await WriteAsync(hidden);
        await app.DispatchAsync();
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        using var lead = await app.SignInAsAsync(Roles.DutyLead);

        var plain = await officer.PageAsync(await BatchAsync(officer) + "/sheets");
        plain.MainText.ShouldContain(usual.Street, customMessage: "the control");
        plain.Body.ShouldNotContain(hidden.Street);
        (await (await officer.PageAsync(Print)).SubmitAsync(officer, "main form")).MainText.ShouldContain("The duty and safety lead prints it");

        var address = await BatchAsync(lead);
        (await lead.PageAsync(address + "/sheets")).MainText.ShouldContain(hidden.Street);
        var refused = await officer.PageAsync(address + "/sheets");
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.Body.ShouldNotContain(hidden.Street);
    }

    [Fact]
    public async Task Letter_WhoseAddressIsHiddenAfterItWasPrinted_LeavesTheBatch()
    {
        var (usual, hidden) = (await app.FamilyAsync(), await app.FamilyAsync());
        await WriteAsync(usual);
        await WriteAsync(hidden);
        await app.DispatchAsync();
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        using var second = await app.SignInAsAsync(Roles.TeamManager);
        var address = await BatchAsync(officer);
        var codes = (await officer.PageAsync(address + "/sheets")).All(".sheet--envelope .sheet__code").Select(code => code.TextContent.Trim()).ToList();
        foreach (var code in codes)
        {
            await (await officer.PageAsync(address)).SubmitAsync(officer, "main form:has([name=Letter])", ("Letter", code), ("Envelope", code));
        }

        await app.HideAddressAsync(hidden);
        (await (await second.PageAsync(address)).SubmitAsync(second, "main form:has([value=release])")).Status.ShouldBe(HttpStatusCode.Redirect);

        var letter = await app.OnlyAsync($"letter {hidden.ParentId}");
        letter.State.ShouldBe(MessageState.ToPrint);
        (await second.PageAsync(address)).MainText.ShouldNotContain(letter.MatchCode!);
        (await app.OnlyAsync($"letter {usual.ParentId}")).State.ShouldBe(MessageState.InBatch, "the control");
    }

    [Fact]
    public async Task Letter_WhoseAddressChangesAfterItWasPrinted_LeavesTheBatch()
    {
        var (usual, moved) = (await app.FamilyAsync(), await app.FamilyAsync());
        await WriteAsync(usual);
        await WriteAsync(moved);
        await app.DispatchAsync();
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        using var second = await app.SignInAsAsync(Roles.TeamManager);
        var address = await BatchAsync(officer);
        foreach (var code in (await officer.PageAsync(address + "/sheets")).All(".sheet--envelope .sheet__code").Select(code => code.TextContent.Trim()).ToList())
        {
            await (await officer.PageAsync(address)).SubmitAsync(officer, "main form:has([name=Letter])", ("Letter", code), ("Envelope", code));
        }

        await app.MoveAsync(moved, "1 Newly Made-up Street");
        (await (await second.PageAsync(address)).SubmitAsync(second, "main form:has([value=release])")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await app.OnlyAsync($"letter {moved.ParentId}")).State.ShouldBe(MessageState.ToPrint, "what stands on the envelope is not true any more");
        (await app.OnlyAsync($"letter {usual.ParentId}")).State.ShouldBe(MessageState.InBatch, "the control");
        var again = await officer.PageAsync(await BatchAsync(officer) + "/sheets");
        again.MainText.ShouldContain("1 Newly Made-up Street");
        again.MainText.ShouldNotContain(usual.Street);
    }

    [Fact]
    public async Task Call_ToAHiddenNumber_IsTheLeadsAlone()
    {
        var (usual, hidden) = (await app.FamilyAsync(), await app.FamilyAsync());
        await app.HideAddressAsync(hidden);
        await app.MarkSafeAsync(hidden, hidden.PhoneId);
        foreach (var family in new[] { usual, hidden })
        {
            await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", $"call {family.ParentId}", family.ChildId, MessageChannel.Phone));
        }

        await app.DispatchAsync();
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        using var lead = await app.SignInAsAsync(Roles.DutyLead);

        (await CallAsync(officer, usual)).MainText.ShouldContain(Digits(usual), customMessage: "the control");
        var restricted = await CallAsync(officer, hidden);
        restricted.MainText.ShouldContain("Restricted");
        restricted.Body.ShouldNotContain(Digits(hidden));
        (await CallAsync(lead, hidden)).MainText.ShouldContain(Digits(hidden), customMessage: "it went on waiting");
    }

    private static string Digits(MadeFamily family) => family.Phone.Replace(" ", "", StringComparison.Ordinal);

    private static async Task<string> BatchAsync(HttpClient staff) =>
        (await (await staff.PageAsync(Print)).SubmitAsync(staff, "main form")).Response.Headers.Location!.ToString();

    private async Task<Page> CallAsync(HttpClient staff, MadeFamily family) =>
        await staff.PageAsync($"/staff/messaging/calls/{(await app.OnlyAsync($"call {family.ParentId}")).Id}");

    private Task WriteAsync(MadeFamily family) =>
        app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.get-in-touch", $"letter {family.ParentId}", family.ChildId, MessageChannel.Letter));
}
