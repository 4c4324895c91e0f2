using System.Net;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Listings.Tests.Features.Staff;

/// <summary>Every field of the form of a service has a size: longer input gets a message, and nothing that was typed is lost.</summary>
[Proves("listings")]
public sealed class ServiceFormLimitsTests(App app) : IClassFixture<App>
{
    public static TheoryData<string, string, string> TooLong => new()
    {
        { "Form.Name", new string('n', Limits.Name + 1), "Write 200 letters or fewer" },
        { "Form.Slug", new string('s', Limits.Slug + 1), "Use small letters, numbers and single dashes" },
        { "Form.Summary", new string('s', Limits.Summary + 1), "Write 500 letters or fewer" },
        { "Form.AgeFrom", new string('1', 40), "Write a whole number from 0 to 25" },
        { "Form.AgeTo", new string('1', 40), "Write a whole number from 0 to 25" },
        { "Form.Eligibility", new string('e', Limits.Note + 1), "Write 500 letters or fewer" },
        { "Form.Times", new string('t', Limits.Note + 1), "Write 500 letters or fewer" },
        { "Form.Sessions", new string('s', Limits.Lines + 1), "Write 4000 letters or fewer" },
        { "Form.Sessions", string.Join('\n', Enumerable.Repeat("mon 10:00-11:00", Limits.Rows + 1)), "Write 40 sessions or fewer" },
        { "Form.Costs", new string('c', Limits.Lines + 1), "Write 4000 letters or fewer" },
        { "Form.Costs", string.Join('\n', Enumerable.Repeat("free", Limits.Rows + 1)), "Write 40 ways to pay or fewer" },
        { "Form.Costs", "paid | " + new string('l', Limits.Name + 1), "Line 1 is too long" },
        { "Form.WhoDecides", new string('w', Limits.Note + 1), "Write 500 letters or fewer" },
        { "Form.HowToGet", new string('h', Limits.LongNote + 1), "Write 1000 letters or fewer" },
        { "Form.UsualWait", new string('u', Limits.Name + 1), "Write 200 letters or fewer" },
        { "Form.IfRefused", new string('i', Limits.Note + 1), "Write 500 letters or fewer" },
        { "Form.FirstVisit", new string('f', Limits.LongNote + 1), "Write 1000 letters or fewer" },
        { "Form.Phone", new string('0', Limits.Phone + 1), "Write one phone number" },
        { "Form.Email", new string('e', Limits.Email) + "@example.org", "Write an e-mail address" },
        { "Form.Website", "https://example.org/" + new string('w', Limits.Address), "Write the whole web address" },
        { "Form.Notes[QuietSpace]", new string('q', Limits.Name + 1), "A quiet place to go if it is too much: write 200 letters or fewer" },
    };

    [Theory]
    [MemberData(nameof(TooLong))]
    public async Task Save_InputThatIsTooLong_SaysSoAndKeepsIt(string field, string value, string message)
    {
        using var editor = await app.SignInAsAsync(Roles.Editor);
        var at = $"/staff/listings/services/{await IdAsync()}/edit";
        var other = field == "Form.WhoDecides" ? "Form.IfRefused" : "Form.WhoDecides";

        var refused = await (await editor.PageAsync(at)).SubmitAsync(editor, "main form", (field, value), (other, "Somebody who stays"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".errors, .error-summary, [role=alert]").TextContent.ShouldContain(message);
        Kept(refused, field).ShouldBe(value);
        Kept(refused, other).ShouldBe("Somebody who stays", "what was typed elsewhere stays too");
    }

    /// <summary>The positive control: the longest that each may be is taken.</summary>
    [Fact]
    public async Task Save_InputAsLongAsItMayBe_IsTaken()
    {
        using var editor = await app.SignInAsAsync(Roles.Editor);
        var at = $"/staff/listings/services/{await IdAsync()}/edit";

        var saved = await (await editor.PageAsync(at)).SubmitAsync(
            editor,
            "main form",
            ("Form.Name", new string('n', Limits.Name)),
            ("Form.Summary", new string('s', Limits.Summary)),
            ("Form.Eligibility", new string('e', Limits.Note)),
            ("Form.Times", new string('t', Limits.Note)),
            ("Form.Sessions", string.Join('\n', Enumerable.Repeat("mon 10:00-11:00", Limits.Rows))),
            ("Form.Costs", string.Join('\n', Enumerable.Repeat("free", Limits.Rows))),
            ("Form.HowToGet", new string('h', Limits.LongNote)),
            ("Form.UsualWait", new string('u', Limits.Name)),
            ("Form.Notes[QuietSpace]", new string('q', Limits.Name)),
            ("Form.Website", "https://example.org/" + new string('w', Limits.Address - 20)));

        saved.Status.ShouldBe(HttpStatusCode.Redirect, saved.MainText);
    }

    private static string Kept(Page page, string field)
    {
        var kept = page.One($"[name='{field}']");
        return kept.GetAttribute("value") ?? kept.TextContent.Trim();
    }

    private async Task<Guid> IdAsync()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        return await scope.ServiceProvider.GetRequiredService<ListingsDbContext>().Services.Where(service => service.Slug == "maidstone-leisure-sen-pool").Select(service => service.Id)
            .SingleAsync(TestContext.Current.CancellationToken);
    }
}
