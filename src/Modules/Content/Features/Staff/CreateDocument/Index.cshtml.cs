using System.Globalization;
using MediatR;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Content.Features.Staff.CreateDocument;

[Needs(ContentPermissions.WriteName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Kinds =
    [
        new(nameof(DocumentKind.Page), DocumentKind.Page.Words(), "Stands in the tree of pages"),
        new(nameof(DocumentKind.Guide), DocumentKind.Guide.Words(), "The pages under it are its parts, in no order that matters"),
        new(nameof(DocumentKind.StepByStep), DocumentKind.StepByStep.Words(), "The pages under it are its steps, with numbers"),
        new(nameof(DocumentKind.News), DocumentKind.News.Words()),
        new(nameof(DocumentKind.Event), DocumentKind.Event.Words(), "Has a time and a place"),
        new(nameof(DocumentKind.Alert), DocumentKind.Alert.Words(), "On top of every page until a time that you say"),
        new(nameof(DocumentKind.Question), DocumentKind.Question.Words()),
        new(nameof(DocumentKind.Download), DocumentKind.Download.Words(), "A page is better: everybody can read it on any screen"),
        new(nameof(DocumentKind.Term), DocumentKind.Term.Words(), "Pages then explain the word where they first use it"),
    ];

    [BindProperty]
    public string Kind { get; set; } = nameof(DocumentKind.Page);

    [BindProperty]
    public string ParentPath { get; set; } = "";

    [BindProperty]
    public string Title { get; set; } = "";

    [BindProperty]
    public string Slug { get; set; } = "";

    [BindProperty]
    public string Owner { get; set; } = "";

    [BindProperty]
    public string CheckMonths { get; set; } = "6";

    public IActionResult OnGet(string? under)
    {
        ParentPath = Slugs.Normal(under) ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(
            new CreateDocument(Kind, ParentPath, Title, Slug, Owner, int.TryParse(CheckMonths, NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : 0),
            cancellationToken),
        id => Redirect($"/staff/content/pages/{id}/edit/{VariantKey.Full}"));
}
