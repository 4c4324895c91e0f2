using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Search.Features.Staff.ListSynonyms;

[Needs(SearchPermissions.ChangeWordsName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly ListShape Shape = new([new("What is typed", "term"), new("Look for as well"), new("Why")], "term", new ListFilter("word", "Word"));

    public StaffList<SynonymRow> List { get; private set; } = null!;

    /// <summary>What was just done, in words.</summary>
    public string? Said { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? done, CancellationToken cancellationToken)
    {
        Said = done switch
        {
            "saved" => "It is saved. Searches use it from now on.",
            "removed" => "It is taken away. Searches do without it from now on.",
            _ => null,
        };
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListSynonyms(query), cancellationToken), listed =>
        {
            List = new(Shape, query, listed);
            return Page();
        });
    }
}
