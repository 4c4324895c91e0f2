using System.Net;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Domain;
using Medway.LocalOffer.Feedback.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Tests;

[Proves("codesign")]
public sealed class OwnPageTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("/short-breaks", "/short-breaks")]
    [InlineData("/short-breaks/how-to-get-one", "/short-breaks/how-to-get-one/easy-read")]
    [InlineData("/services/great-lines-parkrun", "/services/great-lines-parkrun")]
    public async Task Moderator_WhoWroteThePage_NeitherReadsNorDecides_AndASecondPersonDoes(string page, string about)
    {
        using var writer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        using var second = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        await WriteAsync(writer, page);
        var words = $"somebody says something about {about}";
        var comment = await app.CommentAsync(words, about);
        var address = $"/staff/feedback/{comment}/moderate";

        var mine = await writer.PageAsync(address);
        mine.MainText.ShouldContain(OwnPages.Why);
        mine.MainText.ShouldNotContain(words);
        mine.All("main form").ShouldBeEmpty();

        // The form of somebody else, sent with the writer's own token.
        var theirs = await second.PageAsync(address);
        theirs.MainText.ShouldContain(words);
        var token = (await writer.PageAsync("/staff/feedback/themes")).One("main form input[name=__RequestVerificationToken]").GetAttribute("value");
        var refused = await theirs.SubmitAsync(writer, "main form", ("Decision", nameof(Moderation.Accepted)), ("__RequestVerificationToken", token));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".summary").TextContent.ShouldContain("somebody else has to read what is said about it");
        (await DecisionAsync(comment)).ShouldBe(Moderation.Waiting);

        // The controls: a second person decides, and so does the writer about what is not theirs.
        (await second.DecideAsync(comment, Moderation.Accepted)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await DecisionAsync(comment)).ShouldBe(Moderation.Accepted);
        var other = await app.CommentAsync($"{words}, or so", "/ehc-plans");
        (await writer.DecideAsync(other, Moderation.Accepted)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Moderator_WhoLooksAfterThePage_IsAskedToLeaveItToAnother()
    {
        using var owner = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.Moderator, Scope.Everything)]);
        await app.ReadAsync(context => context.Database.ExecuteSqlAsync($"update content.documents set owner_account_id = {owner.AccountId} where path = '/things-to-do'", Given.Now));
        var comment = await app.CommentAsync("a thing about what to do", "/things-to-do");

        (await owner.Client.PageAsync($"/staff/feedback/{comment}/moderate")).MainText.ShouldContain(OwnPages.Why);
        (await owner.Client.DecideAsync(await app.CommentAsync("a thing about plans"), Moderation.Accepted)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>Saves a draft, as an editor does.</summary>
    private async Task WriteAsync(HttpClient writer, string page)
    {
        var isService = page.StartsWith("/services/", StringComparison.Ordinal);
        var id = await app.ReadAsync(context => (isService
            ? context.Database.SqlQuery<Guid>($"select id as \"Value\" from listings.services where slug = {page.Split('/')[^1]}")
            : context.Database.SqlQuery<Guid>($"select id as \"Value\" from content.documents where path = {page} and binned_at is null")).SingleAsync(Given.Now));
        var saved = isService
            ? await (await writer.PageAsync($"/staff/listings/services/{id}/edit")).SubmitAsync(writer, "main form", ("Form.Times", "Every Saturday"))
            : await (await writer.PageAsync($"/staff/content/pages/{id}/edit/full")).SubmitAsync(writer, "main form", ("Body", "Other words.\n"));
        saved.Status.ShouldBe(HttpStatusCode.Redirect, saved.MainText);
    }

    private Task<Moderation> DecisionAsync(Guid comment) =>
        app.ReadAsync(context => context.Comments.Where(known => known.Id == comment).Select(known => known.Moderation).SingleAsync(Given.Now));
}
