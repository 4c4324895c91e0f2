using MediatR;
using Medway.LocalOffer.Ehcp.Features.Staff.ListMyAdvice;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.GiveAdvice;

[Needs(EhcpPermissions.GiveAdviceName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "eventId")]
    public Guid EventId { get; set; }

    [BindProperty]
    public string Advice { get; set; } = "";

    public MyAdviceRow Row { get; private set; } = null!;

    public IReadOnlyList<ReusableFact> Facts { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new GiveAdvice(EventId, Advice), cancellationToken),
        _ => this.RedirectSaying("/staff/ehcp/my-advice", "Your advice is here. Thank you."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var facts = await mediator.Send(new SeeReusableFacts(EventId), cancellationToken);
        return await this.AnswerAsync(await mediator.Send(new ListMyAdvice.ListMyAdvice(), cancellationToken), view =>
        {
            if (view.Rows.FirstOrDefault(row => row.EventId == EventId) is not { } row)
            {
                return NotFound();
            }

            Row = row;
            Facts = facts.IsOk ? facts.Value.Rows : [];
            return Page();
        });
    }
}
