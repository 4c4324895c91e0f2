using MediatR;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.CheckImpact;

[Needs(ImprovementPermissions.VerifyName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PartPage(mediator)
{
    public static readonly IReadOnlyList<Choice> Answers = [new("yes", "Yes"), new("no", "Not yet")];

    [BindProperty]
    public TypedDate PeriodEnd { get; set; } = new();

    [BindProperty]
    public string IsMet { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var end = ModelState.ReadDay(PeriodEnd, nameof(PeriodEnd));
        return ModelState.IsValid
            ? await this.AnswerAsync(
                await Mediator.Send(new CheckImpact(id, end, IsMet switch { "yes" => true, "no" => false, _ => null }, Words), cancellationToken),
                _ => this.RedirectSaying($"/staff/improvement/parts/{id}", $"Written down. A yes twice in a row, {PartFacts.DaysOfAPeriod} days apart or more, shows that it works."),
                () => ShowAsync(id, cancellationToken))
            : await this.UnreadableAsync(() => ShowAsync(id, cancellationToken));
    }
}
