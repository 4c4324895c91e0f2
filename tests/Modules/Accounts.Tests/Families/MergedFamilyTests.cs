using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Tests.Families;

/// <summary>Somebody had two records, and may have signed in with both: the sign-ins follow the record that is kept, and go back when it was a mistake.</summary>
[Proves("accounts")]
[Proves("messaging")]
public sealed class MergedFamilyTests(FamiliesApp app) : IClassFixture<FamiliesApp>, IAsyncLifetime
{
    private const string Opened = "Somebody opened your record";

    public ValueTask InitializeAsync() => app.ForgetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Merge_BothSignInsAreThoseOfTheKeptPerson_AndTheUndoGivesEachItsOwn()
    {
        var (one, kept) = (await app.MemberAsync(), await app.MemberAsync());
        using var first = await app.BoundAsync(one);
        using var second = await app.BoundAsync(kept);
        using var staff = await app.SignInAsAsync(Roles.TeamManager);

        // The demonstration may have looked at a family before.
        var (ofFirst, ofSecond) = (await LooksAsync(first), await LooksAsync(second));
        await staff.PageAsync($"/staff/people/{kept.PersonId}");
        (await LooksAsync(second)).ShouldBe(ofSecond + 1, "the control");
        (await LooksAsync(first)).ShouldBe(ofFirst);

        await app.MergeAsync(one.PersonId, kept.PersonId);
        (await OwnersAsync(one, kept)).ShouldBe([kept.PersonId, kept.PersonId]);
        (await LooksAsync(first)).ShouldBe(ofFirst + ofSecond + 1, "they are the one person now, signed in as they are");
        using var again = app.CreateClient();
        await again.AskAsync(one.Typed);
        (await again.TypeAsync(await app.CodeAsync(one.Email))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await again.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.OK);

        await app.UndoMergeAsync(one.PersonId);
        (await OwnersAsync(one, kept)).ShouldBe([one.PersonId, kept.PersonId]);
        (await LooksAsync(first)).ShouldBe(ofFirst);
        (await LooksAsync(second)).ShouldBe(ofSecond + 1);
        using var afterwards = app.CreateClient();
        await afterwards.AskAsync(one.Typed);
        (await afterwards.TypeAsync(await app.CodeAsync(one.Email))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Merge_WhoLookedAtEitherRecord_IsShownToThePerson_AndAfterTheUndoEachSeesItsOwn()
    {
        var (one, kept) = (await app.MemberAsync(), await app.MemberAsync());
        using var first = await app.BoundAsync(one);
        using var second = await app.BoundAsync(kept);
        using var lead = await app.SignInAsAsync(Roles.DutyLead);
        using var manager = await app.SignInAsAsync(Roles.TeamManager);
        await lead.PageAsync($"/staff/people/{one.PersonId}");
        await manager.PageAsync($"/staff/people/{kept.PersonId}");
        await EachSeesItsOwnAsync();

        await app.MergeAsync(one.PersonId, kept.PersonId);
        foreach (var client in new[] { first, second })
        {
            (await LookedAsync(client)).ShouldSatisfyAllConditions(looks => looks.ShouldContain(Roles.DutyLead), looks => looks.ShouldContain(Roles.TeamManager));
        }

        await app.UndoMergeAsync(one.PersonId);
        await EachSeesItsOwnAsync();

        async Task EachSeesItsOwnAsync()
        {
            (await LookedAsync(first)).ShouldSatisfyAllConditions(looks => looks.ShouldContain(Roles.DutyLead), looks => looks.ShouldNotContain(Roles.TeamManager));
            (await LookedAsync(second)).ShouldSatisfyAllConditions(looks => looks.ShouldContain(Roles.TeamManager), looks => looks.ShouldNotContain(Roles.DutyLead));
        }
    }

    [Fact]
    public async Task Merge_AnotherWayToSignIn_TakesThePlaceOfBoth()
    {
        var (one, kept) = (await app.MemberAsync(), await app.MemberAsync());
        using var first = await app.BoundAsync(one);
        using var second = await app.BoundAsync(kept);
        await app.MergeAsync(one.PersonId, kept.PersonId);

        var link = await app.InviteAsync(kept, kept.Phone);
        using var third = app.CreateClient();
        await (await third.PageAsync(link)).SubmitAsync(third, "main form");
        (await third.TypeAsync(await app.CodeAsync(kept.Phone))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await third.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.OK);
        (await first.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await second.PageAsync("/my")).Status.ShouldBe(HttpStatusCode.Redirect);
        app.Messages.To(one.Email).Count(message => message.Template == "accounts.family-contact-changed").ShouldBe(1);
        app.Messages.To(kept.Email).Count(message => message.Template == "accounts.family-contact-changed").ShouldBe(1);
        await app.UndoMergeAsync(one.PersonId);
    }

    private static async Task<string> LookedAsync(HttpClient client) => (await client.PageAsync("/my/who-looked")).MainText;

    private static async Task<int> LooksAsync(HttpClient client) => (await LookedAsync(client)).Split(Opened).Length - 1;

    private async Task<IReadOnlyList<Guid>> OwnersAsync(Member one, Member other)
    {
        var all = await app.AskAsync(context => context.FamilyAccess.Where(a => a.ContactPointId == one.Email || a.ContactPointId == other.Email)
            .ToDictionaryAsync(a => a.ContactPointId, a => a.PersonId, Given.Now));
        return [all[one.Email], all[other.Email]];
    }
}
