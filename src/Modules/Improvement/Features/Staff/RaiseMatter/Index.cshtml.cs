using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.RaiseMatter;

[Needs(ImprovementPermissions.RaiseName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Kinds = Choice.OfAll<MatterKind>(MatterWords.Of, MatterWords.HintOf);

    public static readonly IReadOnlyList<Choice> Routes = Choice.OfAll<EscalationRoute>(MatterWords.Of);

    public IReadOnlyList<Choice> Parts { get; private set; } = [];

    [BindProperty]
    public string Kind { get; set; } = "";

    [BindProperty]
    public string Title { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    [BindProperty]
    public string PartId { get; set; } = "";

    [BindProperty]
    public string WaitsForId { get; set; } = "";

    [BindProperty]
    public string Route { get; set; } = "";

    [BindProperty]
    public string Owner { get; set; } = "";

    [BindProperty]
    public TypedDate Due { get; set; } = new();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var due = ModelState.ReadDay(Due, nameof(Due));
        var raise = new RaiseMatter(
            TypedDates.Choice<MatterKind>(Kind), Title, Words, Part(PartId), Part(WaitsForId), Route.Length == 0 ? null : TypedDates.Choice<EscalationRoute>(Route), Owner, due);
        return ModelState.IsValid
            ? await this.AnswerAsync(
                await mediator.Send(raise, cancellationToken),
                id => this.RedirectSaying($"/staff/improvement/matters/{id}", "The board will read it."),
                () => ShowAsync(cancellationToken))
            : await this.UnreadableAsync(() => ShowAsync(cancellationToken));
    }

    /// <returns>An id that no part has when it is none.</returns>
    private static Guid? Part(string chosen) => chosen.Length == 0 ? null : Guid.TryParse(chosen, out var id) ? id : Guid.Empty;

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ListPartChoices(), cancellationToken), parts =>
        {
            Parts = [.. parts.Select(part => new Choice($"{part.Id:D}", $"{part.Reference} {part.Words}"))];
            return Page();
        });
}
