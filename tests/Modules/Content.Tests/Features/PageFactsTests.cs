using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Content.Tests.Features;

/// <summary>Facts that nobody could find stand on the list of facts to confirm until their page is checked. Its own host: it edits pages that others read.</summary>
public sealed class PageFactsTests(App app) : IClassFixture<App>
{
    private const string List = "/staff/settings/to-confirm";
    private const string Fact = "Name and contact of the disagreement resolution service";

    [Fact]
    public async Task List_NamesEveryFactWithItsPage_UntilThePageIsCheckedAndSaysItNoMore()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var rows = app.Services.GetRequiredService<SeedFiles>().Rows(SeedSet.Reference, "content/to-confirm.csv", "path", "fact", "who can tell");
        var text = (await officer.PageAsync(List)).MainText;
        foreach (var row in rows)
        {
            text.ShouldContain(row["fact"]);
            text.ShouldContain(row["who can tell"]);
        }

        var document = await app.ReadAsync(context => context.Documents.AsNoTracking().SingleAsync(page => page.Path == "/money-and-rights/if-you-disagree"));
        var staff = $"/staff/content/pages/{document.Id}";
        (await officer.PageAsync(List)).All($"a[href='{staff}']").Count.ShouldBe(rows.Count(row => row["path"] == document.Path));
        await ConfirmAsync(officer, staff);
        (await officer.PageAsync(List)).MainText.ShouldContain("The page still says “ask the council”.", Case.Sensitive, "a page that was read is not a page that knows");

        await app.SaveAsync(document.Id, new DraftFields("If you disagree", "What you can do.", "The service is called Example Service. You can ring it.\n"));
        await app.SubmitAsync(document.Id);
        await app.ApproveAsync(document.Id);

        var after = (await officer.PageAsync(List)).MainText;
        after.ShouldNotContain(Fact);
        after.ShouldContain("Where to send a complaint");
    }

    private static async Task ConfirmAsync(HttpClient officer, string staff)
    {
        var page = await officer.PageAsync(staff + "/arrange");
        (await page.SubmitAsync(officer, "form[action*='handler=Confirm']")).Status.ShouldBe(System.Net.HttpStatusCode.Redirect);
    }
}
