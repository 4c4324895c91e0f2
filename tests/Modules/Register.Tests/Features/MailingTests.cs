using System.Net;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Register.Tests.Features;

/// <summary>Mailings reach those who said yes to exactly that, and a no counts until the message leaves.</summary>
[Proves("register")]
public sealed class MailingTests(App app) : IClassFixture<App>
{
    private const string At = "/staff/register/mailings";

    [Fact]
    public async Task Mailing_GoesAfterASecondLook_ToThoseWhoSaidYes_AndANoInBetweenCounts()
    {
        // A Wednesday morning at which messages may leave.
        var day = app.Clock.Today();
        while (day.DayOfWeek != DayOfWeek.Wednesday || day.Month is 12 or 1)
        {
            day = day.AddDays(1);
        }

        app.Clock.StandAt(UkTime.StartOf(day).AddHours(10));
        var (child, parent) = await app.ChildOfAgeAsync(9);
        var (early, earlyParent) = await app.ChildOfAgeAsync(9);
        var (late, lateParent) = await app.ChildOfAgeAsync(9);
        var (post, postParent) = await app.ChildOfAgeAsync(9);
        var held = await app.SmallFamilyAsync(9);
        await app.LiveAsync(child, parent, ConsentPurpose.NewsByEmail);
        var earlyEntry = await app.LiveAsync(early, earlyParent, ConsentPurpose.NewsByEmail);
        var lateEntry = await app.LiveAsync(late, lateParent, ConsentPurpose.NewsByEmail);
        await app.LiveAsync(post, postParent, ConsentPurpose.NewsByPost);
        await app.LiveAsync(held.ChildId, held.ParentId, ConsentPurpose.NewsByEmail);
        await app.HoldAsync(held, People.Contracts.HeldReason.NoContactOrder);
        var (waiting, waitingParent) = await app.ChildOfAgeAsync(9);
        await app.EnteredAsync(waiting, waitingParent, ConsentPurpose.NewsByEmail);

        using var writer = await app.SignInAsAsync(Roles.RegisterOfficer);
        using var second = await app.SignInAsAsync(Roles.RegisterOfficer);
        var mailing = (await writer.FilledInAsync(At, ("Kind", "register.news/Email"), ("Title", "A day out"), ("Words", "We plan a day out. You can come."))).Split('#')[0];
        var shown = await writer.PageAsync(mailing);
        (Count(shown, "#will"), Count(shown, "#no-yes"), Count(shown, "#not-live"), Count(shown, "#held")).ShouldBe(("3", "1", "1", "1"));
        var own = await shown.SubmitAsync(writer, "main form[method=post]", ("Decision", "send"));
        own.Status.ShouldBe(HttpStatusCode.BadRequest);
        own.MainText.ShouldContain("Somebody else has to look");
        (await second.PageAsync("/staff")).Body.ShouldContain(mailing);

        await SayNoAsync(earlyParent, earlyEntry);
        await second.FilledInAsync(mailing, ("Decision", "send"));
        (await (await second.PageAsync(At)).SubmitAsync(second, "main form[method=post]")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await app.AskedForAsync("register.news")).Select(asked => asked.PersonId!.Value).ShouldBe([parent, lateParent], ignoreOrder: true);

        // It is asked for, and has not left yet.
        await SayNoAsync(lateParent, lateEntry);
        await app.SendMessagesAsync();
        var sent = await app.AskedForAsync("register.news");
        sent.Single(asked => asked.PersonId == lateParent).States.ShouldBe(["Held"]);
        sent.Single(asked => asked.PersonId == parent).States.ShouldBe(["Sunk"], "it left");
        (await app.AskedForAsync("register.update")).ShouldContain(asked => asked.PersonId == lateParent && asked.Values["words"].StartsWith("You said no to", StringComparison.Ordinal), "a no is confirmed");
    }

    [Theory]
    [InlineData("Kind", "", "Choose what it is")]
    [InlineData("Title", "", "Write a title")]
    [InlineData("Words", "", "Write what you want to say")]
    [InlineData("Words", "Notwithstanding interdepartmental organisational responsibilities, multidisciplinary representatives necessarily participate institutionally.", "Write shorter sentences")]
    public async Task BadInput_IsSaidInWords_AndWhatWasTypedStays(string field, string typed, string words)
    {
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        (string, string?)[] fields = [("Kind", "register.news/Sms"), ("Title", "Kept title"), ("Words", "Kept words.")];
        var page = await officer.FillInAsync(At, [.. fields.Where(one => one.Item1 != field), (field, typed)]);
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.MainText.ShouldContain(words);
        if (field != "Title")
        {
            page.One("input[name=Title]").GetAttribute("value").ShouldBe("Kept title");
        }
    }

    private static string Count(Page page, string row) => page.One($"{row} td").TextContent.Trim();

    private async Task SayNoAsync(Guid parent, Guid entry)
    {
        // Of two things said at one moment nobody knows which came last: this one is said a minute later.
        app.Clock.StandAt(app.Clock.GetUtcNow().AddMinutes(1));
        using var family = await app.SignInFamilyAsync(parent);
        (await (await family.PageAsync("/my/register")).SubmitAsync(family, $"#say-news-email-{entry}", ("yes", "false"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }
}
