using MediatR;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.OverrideColour;

[Needs(ImprovementPermissions.UpdateName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PartPage(mediator)
{
    public static readonly IReadOnlyList<Choice> Colours =
        [.. new[] { Brag.Red, Brag.Amber, Brag.Green }.Select(colour => new Choice($"{colour}", BragWords.Of(colour)))];

    [BindProperty]
    public string To { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => await this.AnswerAsync(
        await Mediator.Send(new OverrideColour(id, TypedDates.Choice<Brag>(To), Reason), cancellationToken),
        _ => this.RedirectSaying($"/staff/improvement/parts/{id}", "The colour is overridden until the next board, which sees your reason."),
        () => ShowAsync(id, cancellationToken));
}
