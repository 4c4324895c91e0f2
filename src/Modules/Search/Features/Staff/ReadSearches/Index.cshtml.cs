using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Search.Features.Staff.ReadSearches;

[Needs(SearchPermissions.ReadReportsName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public Searches Searches { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadSearches(), cancellationToken), searches =>
        {
            Searches = searches;
            return Page();
        });
}

/// <summary>One table of searches.</summary>
internal sealed record SearchTable(string Id, string Caption, string Empty, IReadOnlyList<SearchRow> Rows);
