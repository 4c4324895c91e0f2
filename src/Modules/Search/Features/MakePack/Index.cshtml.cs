using MediatR;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Search.Features.OpenShortlist;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Search.Features.MakePack;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, PublicForms limit) : PageModel
{
    [BindProperty]
    public string Title { get; set; } = "";

    [BindProperty]
    public string Note { get; set; } = "";

    /// <summary>Those that are ticked.</summary>
    [BindProperty]
    public List<string> Slugs { get; set; } = [];

    /// <summary>Addresses to add, one a line.</summary>
    [BindProperty]
    public string More { get; set; } = "";

    public IReadOnlyList<Choice> Known { get; private set; } = [];

    /// <summary>How many the link held, when that was more than a list can hold.</summary>
    public int? TooMany { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var given = SlugList.Read(Request.Query["s"]);
        TooMany = given.IsTooLong ? given.Given : null;
        Slugs = [.. given.Slugs];
        return ShowAsync(given.Slugs, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var chosen = SlugList.Read([.. Slugs.Take(SlugList.Most), More]);
        if (!limit.Allows(HttpContext))
        {
            return await this.TooOftenAsync(() => ShowAsync(chosen.Slugs, cancellationToken));
        }

        return await this.AnswerAsync(
            await mediator.Send(new MakePack(Title, Note, chosen.Slugs), cancellationToken),
            code => LocalRedirect($"/pack/{code}"),
            () => ShowAsync(chosen.Slugs, cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(IReadOnlyList<string> slugs, CancellationToken cancellationToken)
    {
        var view = (await mediator.Send(new OpenShortlist.OpenShortlist(slugs), cancellationToken)).Value;
        Known = [.. view.Cards.Select(card => new Choice(card.Slug!, card.Title))];
        return Page();
    }
}
