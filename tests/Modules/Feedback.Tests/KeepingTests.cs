using System.Net;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Keeping;
using Medway.LocalOffer.Feedback.Tests.Support;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Feedback.Tests;

/// <summary>Its clock runs ahead, so it has a host of its own.</summary>
[Proves("codesign")]
public sealed class KeepingTests(App app) : IClassFixture<App>
{
    private const string Here = "/staff/feedback/keeping";

    [Fact]
    public async Task Time_ErasesCommentsAndAnsweredComplaints_AfterADryRun_AndKeepsWhatIsPublishedOpenOrWorrying()
    {
        using (var moderator = await app.SignInAsAsync(Roles.LocalOfferOfficer))
        {
            var published = await app.CommentAsync("plainly old words about ramps");
            var worry = await app.CommentAsync("plainly a worry that nobody took up");
            (await moderator.DecideAsync(published, Moderation.Accepted)).Status.ShouldBe(HttpStatusCode.Redirect);
            (await moderator.DecideAsync(worry, Moderation.Worried)).Status.ShouldBe(HttpStatusCode.Redirect);
            var theme = await Themes.StartAsync(moderator, "We want ramps.");
            (await Themes.WriteAsync(await moderator.PageAsync(theme), moderator, "Send", [published])).Status.ShouldBe(HttpStatusCode.Redirect);
            using var publisher = await app.SignInAsAsync(Roles.Publisher);
            (await (await publisher.PageAsync(theme + "/publish")).SubmitAsync(publisher, "main form", ("Answer", "yes"))).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        await ComplainAsync("plainly an answered complaint");
        using (var officer = await app.SignInAsAsync(Roles.ComplaintsOfficer))
        {
            var id = await app.ReadAsync(context => context.Complaints.Select(complaint => complaint.Id).SingleAsync(Given.Now));
            var answered = await (await officer.PageAsync($"/staff/complaints/{id}")).SubmitAsync(
                officer, "form#answer", ("Answer", "plainly what they were told"), ("Theme", nameof(ComplaintTheme.Late)));
            answered.Status.ShouldBe(HttpStatusCode.Redirect);
        }

        await ComplainAsync("plainly an open complaint");
        string[] words = ["plainly old words", "plainly a worry", "plainly an answered complaint", "plainly what they were told", "plainly an open complaint", "robin@example.org"];

        await RunAsync();
        (await FoundAsync(words)).ShouldBe(words, ignoreOrder: true, "nothing is due yet");

        app.Clock.Move(TimeSpan.FromDays(2 * 366));
        await DryRunAsync(comments: 1, complaints: 0);
        (await FoundAsync(words)).ShouldBe(words, ignoreOrder: true, "looking erases nothing");
        await RunAsync();
        (await FoundAsync(words)).ShouldBe(words.Except(["plainly old words"]), ignoreOrder: true);

        app.Clock.Move(TimeSpan.FromDays(4 * 366));
        await DryRunAsync(comments: 0, complaints: 1);
        await RunAsync();
        await RunAsync();
        (await FoundAsync(words)).ShouldBe(["plainly a worry", "plainly an open complaint", "robin@example.org"], ignoreOrder: true);
        (await app.ReadAsync(context => context.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from platform.audit_entries where name = {FeedbackAudit.Erased.Name}").SingleAsync(Given.Now))).ShouldBe(2);

        (await app.GetAsync("/you-said-we-did")).MainText.ShouldContain("We want ramps.", Case.Sensitive, "what is published stays");
        app.Clock.Run();
    }

    private async Task DryRunAsync(int comments, int complaints)
    {
        using var officer = await app.SignInAsAsync(Roles.DataProtectionOfficer);
        var page = await officer.PageAsync(Here);
        page.All("tbody td[data-label='To be erased']").Select(cell => cell.TextContent).ShouldBe([$"{comments}", $"{complaints}"]);
        page.MainText.ShouldContain("because the safeguarding lead has not taken it up");
        page.Body.ShouldNotContain("plainly");
    }

    private async Task ComplainAsync(string words)
    {
        using var family = app.CreateClient();
        var sent = await (await family.PageAsync("/complain")).SubmitAsync(
            family, "main form", ("Kind", nameof(ComplaintKind.Service)), ("Ehc", "no"), ("Words", words), ("ReplyTo", "robin@example.org"));
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.MainText);
    }

    private async Task<IEnumerable<string>> FoundAsync(string[] words) =>
        (await EverythingStored.FindAsync(app.Services, app.ConnectionString!, words)).Select(place => place.Split(": ")[1]).Distinct();

    private async Task RunAsync()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "tests");
        await ActivatorUtilities.CreateInstance<EraseKeptJob>(scope.ServiceProvider).RunAsync(new JobContext(Guid.CreateVersion7(), EraseKeptJob.Kind, null, "{}", 1), Given.Now);
    }
}
