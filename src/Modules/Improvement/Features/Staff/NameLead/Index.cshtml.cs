using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.NameLead;

[Needs(ImprovementPermissions.NameLeadsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<LeadRow> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Roles { get; private set; } = [];

    [BindProperty]
    public string Role { get; set; } = "";

    [BindProperty]
    public string Email { get; set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new NameLead(Role, Email), cancellationToken),
        _ => this.RedirectSaying("/staff/improvement/leads", "It is written down."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ListLeads(), cancellationToken), rows =>
        {
            Rows = rows;
            Roles = [.. rows.Select(row => new Choice(row.Role, row.Role))];
            return Page();
        });
}
