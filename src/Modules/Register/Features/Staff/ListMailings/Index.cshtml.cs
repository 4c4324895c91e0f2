using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Staff.ListMailings;

[Needs(RegisterPermissions.MailName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public const string At = "/staff/register/mailings";

    [BindProperty]
    public string Kind { get; set; } = "";

    [BindProperty]
    public string Title { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    public IReadOnlyList<PlannedMailing> Mailings { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new WriteMailing(Kind, Title, Words), cancellationToken),
        id => this.RedirectSaying($"{At}/{id}", "It is kept. Nothing is sent before a second person has looked."), () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ListMailings(), cancellationToken), mailings =>
        {
            Mailings = mailings;
            return Page();
        });
}
