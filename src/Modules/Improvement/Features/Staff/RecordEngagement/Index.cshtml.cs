using MediatR;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Features.Staff.RaiseMatter;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.RecordEngagement;

[Needs(VoicePermissions.KeepName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Groups = Choice.OfAll<AskedGroup>(VoiceWords.Of);

    public static readonly IReadOnlyList<Choice> Levels = Choice.OfAll<EngagementLevel>(VoiceWords.Of, VoiceWords.HintOf);

    public IReadOnlyList<Choice> Parts { get; private set; } = [];

    public IReadOnlyList<Choice> Decisions { get; private set; } = [];

    [BindProperty]
    public TypedDate HeldOn { get; set; } = new();

    [BindProperty]
    public string Group { get; set; } = "";

    [BindProperty]
    public string Who { get; set; } = "";

    [BindProperty]
    public string Level { get; set; } = "";

    [BindProperty]
    public string PartId { get; set; } = "";

    [BindProperty]
    public string MatterId { get; set; } = "";

    [BindProperty]
    public string Asked { get; set; } = "";

    [BindProperty]
    public string Said { get; set; } = "";

    [BindProperty]
    public string Changed { get; set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var day = ModelState.ReadDay(HeldOn, nameof(HeldOn));
        var record = new RecordEngagement(
            day, TypedDates.Choice<AskedGroup>(Group), Who, TypedDates.Choice<EngagementLevel>(Level), Chosen(PartId), Chosen(MatterId), Asked, Said, Changed);
        return ModelState.IsValid
            ? await this.AnswerAsync(
                await mediator.Send(record, cancellationToken),
                id => this.RedirectSaying($"/staff/improvement/engagement/{id}", "It is written down. The board will read it."),
                () => ShowAsync(cancellationToken))
            : await this.UnreadableAsync(() => ShowAsync(cancellationToken));
    }

    /// <returns>An id that nothing has when what was chosen is none.</returns>
    private static Guid? Chosen(string id) => id.Length == 0 ? null : Guid.TryParse(id, out var known) ? known : Guid.Empty;

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Decisions = [.. (await mediator.Send(new ListDecisions(), cancellationToken)).Value.Select(decision => new Choice($"{decision.Id:D}", decision.Title))];
        return await this.AnswerAsync(await mediator.Send(new ListPartChoices(), cancellationToken), parts =>
        {
            Parts = [.. parts.Select(part => new Choice($"{part.Id:D}", $"{part.Reference} {part.Words}"))];
            return Page();
        });
    }
}
