using System.Text.RegularExpressions;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.Staff.CreateDocument;
using Medway.LocalOffer.Content.Features.Staff.EditDraft;
using Medway.LocalOffer.Content.Features.Staff.ViewDocument;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Tests.Support;

/// <summary>Pages made by the product's own operations.</summary>
internal static partial class Writing
{
    public static readonly Guid Author = Guid.Parse("0197b000-0000-7000-8000-000000000001");
    public static readonly Guid Publisher = Guid.Parse("0197b000-0000-7000-8000-000000000002");

    public const string Words = "You can ask us for help. We will tell you what happens next.\n";

    /// <summary>A draft with words that may go live.</summary>
    public static async Task<Guid> DraftAsync(this App app, string title, string under = "", DocumentKind kind = DocumentKind.Page, DraftFields? fields = null)
    {
        var id = (await app.SendAsync(Author, Roles.Author, new CreateDocument(kind.ToString(), under, title, "", "the test team", 6))).Ok();
        await app.SaveAsync(id, fields ?? new DraftFields(title, $"About {title}.", Words));
        return id;
    }

    public static async Task<Guid> SaveAsync(this App app, Guid id, DraftFields fields, string variant = VariantKey.Full) =>
        (await app.SendAsync(Author, Roles.Author, new SaveDraft(id, variant, await app.HeadAsync(id, variant), fields))).Ok();

    public static async Task SubmitAsync(this App app, Guid id, string variant = VariantKey.Full) => (await app.SendAsync(Author, Roles.Author, new SubmitDraft(id, variant))).Ok();

    public static async Task ApproveAsync(this App app, Guid id, string variant = VariantKey.Full) => (await app.SendAsync(Publisher, Roles.Publisher, new ApproveDraft(id, variant))).Ok();

    /// <summary>A page that families can read.</summary>
    public static async Task<Guid> LiveAsync(this App app, string title, string under = "", DocumentKind kind = DocumentKind.Page, DraftFields? fields = null)
    {
        var id = await app.DraftAsync(title, under, kind, fields);
        await app.SubmitAsync(id);
        await app.ApproveAsync(id);
        return id;
    }

    public static Task<Guid?> HeadAsync(this App app, Guid id, string variant = VariantKey.Full) => app.ReadAsync(context => context.Variants.AsNoTracking()
        .Where(known => known.DocumentId == id && known.Key == variant).Select(known => known.DraftRevisionId ?? known.LiveRevisionId).SingleAsync());

    public static Task<Document> DocumentAsync(this App app, Guid id) =>
        app.ReadAsync(context => context.Documents.AsNoTracking().Include(document => document.Variants).SingleAsync(document => document.Id == id));

    /// <summary>Asks until the page is as it should be, or for half a minute: a notice travels beside the answer.</summary>
    public static async Task<Page> UntilAsync(this App app, string address, Func<Page, bool> shown)
    {
        for (var time = 0; time < 600; time++)
        {
            var page = await app.GetAsync(address);
            if (shown(page))
            {
                return page;
            }

            await Task.Delay(50);
        }

        throw new ShouldAssertException($"{address} never became what was expected.");
    }

    public static T Ok<T>(this Outcome<T> outcome) =>
        outcome.IsOk ? outcome.Value : throw new ShouldAssertException($"{outcome.Kind}: {string.Join("; ", outcome.Errors.Select(error => $"{error.Field} {error.Message}"))}");

    public static Guid IdIn(string location) => Guid.Parse(Id().Match(location).Value);

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
