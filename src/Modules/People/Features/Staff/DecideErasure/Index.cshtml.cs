using System.Text;
using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.People.Features.Staff.DecideErasure;

[Needs(PeoplePermissions.EraseName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Decisions = [new("yes", "Yes, erase what nothing keeps. It cannot be undone"), new("no", "No, erase nothing")];

    [BindProperty(SupportsGet = true, Name = "erasureId")]
    public Guid ErasureId { get; set; }

    [BindProperty]
    public string Decision { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    public ErasureView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync<Done>(
        await mediator.Send(new DecideErasure(ErasureId, Decision switch { "yes" => true, "no" => false, _ => null }, Reason), cancellationToken),
        _ => this.RedirectSaying($"/staff/people/erasures/{ErasureId}", Decision == "yes" ? "It is erased." : "Nothing was erased."),
        () => ShowAsync(cancellationToken));

    /// <summary>For the family: what was erased, what is kept and why, and that two people decided it.</summary>
    public async Task<IActionResult> OnGetCertificateAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewErasure(ErasureId), cancellationToken), view => ErasureCertificate.Of(view) is { } text
            ? File(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", $"certificate-{view.Reference}.txt")
            : NotFound());

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewErasure(ErasureId), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
