using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Staff.ShareByLaw;

[Needs(RegisterPermissions.ShareName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private const string Yes = "yes";

    public static readonly IReadOnlyList<Choice> Hiding = [new(Yes, "Telling the family would put somebody at risk", "It is then not on their page of who looked. Only to keep a child safe.")];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Ground { get; set; } = "";

    [BindProperty]
    public string Recipient { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public List<string> IsHidden { get; set; } = [];

    public string Reference { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new AskShareByLaw(Id, RegisterWords.Chosen<LegalGround>(Ground), Recipient, Reason, IsHidden.Contains(Yes)), cancellationToken),
        share => this.RedirectSaying($"/staff/register/shares/{share}", "A second person has to decide now. Nothing has left."), () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new OpenShareByLaw(Id), cancellationToken), reference =>
        {
            Reference = reference;
            return Page();
        });
}
