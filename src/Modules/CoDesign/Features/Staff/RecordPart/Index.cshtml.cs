using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.CoDesign.Features.Staff.RecordPart;

[Needs(CoDesignPermissions.RunName)]
[RequestSizeLimit(Recordings.Largest + (1024 * 1024))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public Part Part { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public new IFormFile? File { get; set; }

    [BindProperty]
    public string Spoken { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(isAgain: false, cancellationToken);

    public async Task<IActionResult> OnGetPlayAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new PlayPart(Id), cancellationToken);
        return outcome.IsOk ? new FileContentResult(outcome.Value.Content, outcome.Value.MediaType) { EnableRangeProcessing = true } : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await using var file = File?.OpenReadStream() ?? new MemoryStream();
        return await AfterAsync(await mediator.Send(new RecordPart(Id, File?.FileName ?? "", file, Spoken), cancellationToken), "The recording is added.", cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken) =>
        await AfterAsync(await mediator.Send(new RecordPart(Id, "", null, ""), cancellationToken), "The recording is taken out.", cancellationToken);

    private async Task<IActionResult> AfterAsync(Outcome<Done> outcome, string said, CancellationToken cancellationToken) =>
        await this.AnswerAsync(outcome, _ => this.RedirectSaying($"/staff/codesign/parts/{Id}/recording", said), () => ShowAsync(isAgain: true, cancellationToken));

    private async Task<IActionResult> ShowAsync(bool isAgain, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeePart(Id), cancellationToken), part =>
        {
            Part = part;
            Spoken = isAgain ? Spoken : part.Spoken ?? PartHtml.Plain(part.Html);
            return Page();
        });
}
