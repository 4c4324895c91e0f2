using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.Staff.ViewDocument;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Tests.Features;

/// <summary>A page in Easy Read or in another language has words and revisions of its own, and says so when the full words have gone on without it.</summary>
[Collection(ContentApp.Name)]
[Proves("content")]
public sealed class TwinsTests(App app)
{
    private const string MayBeOld = "This may say something old.";

    [Theory]
    [InlineData(VariantKey.EasyRead, "/easy-read", ":::idea d-school School\nSchool must help you first.\n:::\n", "School must help you first.")]
    [InlineData("pl", "/lang-pl", "Szkoła pomaga pierwsza.\n", "Szkoła pomaga pierwsza.")]
    public async Task Twin_IsFlaggedWhenTheFullWordsChange_UntilItIsPublishedAnew(string key, string tail, string words, string said)
    {
        var (title, path) = ($"Two ways {key.Replace('_', ' ')}", $"/two-ways-{key.Replace('_', '-')}");
        var id = await app.LiveAsync(title);
        (await app.SendAsync(Writing.Author, Roles.Author, new AddVariant(id, key))).Ok();
        await PublishTwinAsync(id, key, words);
        (await app.UntilAsync(path + tail, page => page.MainText.Contains(said, StringComparison.Ordinal))).MainText.ShouldNotContain(MayBeOld);

        await app.SaveAsync(id, new DraftFields(title, "It is about two ways.", "You can ask us for help on Mondays.\n"));
        await app.SubmitAsync(id);
        await app.ApproveAsync(id);

        var behind = await app.UntilAsync(path + tail, page => page.MainText.Contains(MayBeOld, StringComparison.Ordinal));
        behind.MainText.ShouldContain(said, Case.Sensitive, "its words are its own");
        (await app.GetAsync(path)).MainText.ShouldNotContain(MayBeOld);
        using var author = await app.SignInAsAsync(Roles.Author);
        (await author.PageAsync($"/staff/content/pages/{id}?variant={key}")).MainText.ShouldContain("The full words have changed since this went live");
        (await author.PageAsync($"/staff/content/pages/{id}")).MainText.ShouldNotContain("The full words have changed");
        (await author.PageAsync("/staff/content/pages?state=behind")).All("tbody tr").ShouldContain(row => row.TextContent.Contains(path, StringComparison.Ordinal));

        await PublishTwinAsync(id, key, words);
        await app.UntilAsync(path + tail, page => !page.MainText.Contains(MayBeOld, StringComparison.Ordinal));
        (await author.PageAsync("/staff/content/pages?state=behind")).All("tbody tr").ShouldNotContain(row => row.TextContent.Contains(path, StringComparison.Ordinal));
    }

    /// <summary>What has to be there in Easy Read: steps to an EHC plan, rights and appeals, the register with its privacy notices, short breaks, complaints, what was said and done, working together.</summary>
    [Fact]
    public async Task EasyRead_IsThereForEveryTopicThatNeedsIt_AndEachIdeaHasItsPicture()
    {
        string[] needed =
        [
            "/ehc-plans", "/ehc-plans/getting-a-plan", "/ehc-plans/getting-a-plan/ask", "/ehc-plans/annual-reviews", "/money-and-rights/appeals", "/money-and-rights/mediation",
            "/money-and-rights/if-you-disagree", "/young-people/your-rights", "/money-and-rights/register", "/about/privacy", "/about/privacy-for-children", "/short-breaks/statement",
            "/short-breaks/how-to-get-one", "/money-and-rights/complaints", "/about/comments", "/about/working-together",
        ];
        var twins = await app.ReadAsync(context => context.Published.AsNoTracking().Where(page => page.Variant == VariantKey.EasyRead).ToListAsync());
        needed.Except(twins.Select(twin => twin.Path)).ShouldBeEmpty();

        foreach (var path in needed)
        {
            var page = await app.GetAsync(path + "/easy-read");
            var ideas = page.All("article .easy__list > li");
            ideas.Count.ShouldBeGreaterThan(3, path);
            ideas.ShouldAllBe(idea => idea.QuerySelector("svg, img") != null && idea.QuerySelector("p") != null, path);
        }
    }

    private async Task PublishTwinAsync(Guid id, string key, string words)
    {
        await app.SaveAsync(id, new DraftFields("Another way", "It says it another way.", words), key);
        await app.SubmitAsync(id, key);
        await app.ApproveAsync(id, key);
    }
}
