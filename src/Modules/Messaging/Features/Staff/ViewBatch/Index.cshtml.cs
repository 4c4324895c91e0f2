using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Messaging.Features.Staff.ViewBatch;

[Needs(MessagingPermissions.PrintName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Act { get; set; } = "";

    [BindProperty]
    public string Letter { get; set; } = "";

    [BindProperty]
    public string Envelope { get; set; } = "";

    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty]
    public TypedDate PostedOn { get; set; } = new();

    public BatchView View { get; private set; } = null!;

    public bool MadeIt => View.Batch.MadeBy == actor.AccountId;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await ActAsync(cancellationToken), _ => LocalRedirect($"/staff/messaging/print/{Id}"), () => ShowAsync(cancellationToken));

    private async Task<Outcome<Done>> ActAsync(CancellationToken cancellationToken) => Act switch
    {
        "match" => await mediator.Send(new MatchLetter(Id, Letter, Envelope), cancellationToken),
        "release" => await mediator.Send(new ReleaseBatch(Id), cancellationToken),
        "post" => await mediator.Send(new PostBatch(Id, PostedOn.Read()), cancellationToken),
        "return" => await mediator.Send(new ReturnLetter(Id, Code), cancellationToken),
        _ => Outcome.Invalid("", "Choose what to do"),
    };

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewBatch(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
