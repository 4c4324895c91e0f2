using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.Staff.EditDraft;
using Medway.LocalOffer.Content.Features.Staff.ViewDocument;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Content.Tests.Flow;

[Proves("content")]
public sealed class SecondEyesTests(App app) : IClassFixture<App>
{
    private static readonly Guid Another = Guid.Parse("0197b000-0000-7000-8000-000000000003");

    [Fact]
    public async Task Approve_ByWhoWroteAllButALetter_IsRefused_AndByAThirdPersonIsNot()
    {
        var id = await app.DraftAsync("Written by two");
        (await app.SendAsync(Writing.Publisher, Roles.Publisher, new SaveDraft(
            id, VariantKey.Full, await app.HeadAsync(id), new DraftFields("Written by two", "About two.", "The publisher wrote this whole page. It is ours.\n")))).Ok();
        await app.SaveAsync(id, new DraftFields("Written by two", "About two.", "The publisher wrote this whole page. It is ours!\n"));
        await app.SubmitAsync(id);

        (await app.SendAsync(Writing.Publisher, Roles.Publisher, new ApproveDraft(id, VariantKey.Full))).Kind.ShouldBe(OutcomeKind.Invalid);
        (await app.SendAsync(Another, Roles.Publisher, new ApproveDraft(id, VariantKey.Full))).Ok();

        // What is live was looked at: the next change is judged by itself.
        await app.SaveAsync(id, new DraftFields("Written by two", "About two.", "The author wrote this whole page. It is ours.\n"));
        await app.SubmitAsync(id);
        (await app.SendAsync(Writing.Publisher, Roles.Publisher, new ApproveDraft(id, VariantKey.Full))).Ok();
    }
}
