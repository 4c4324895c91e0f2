using MediatR;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.CoDesign.Features.Staff;

/// <summary>The fields of a round: the same to set one up and to change it.</summary>
internal abstract class RoundForm(IMediator mediator) : PageModel
{
    protected IMediator Mediator => mediator;

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Purpose { get; set; } = "";

    [BindProperty]
    public TypedDate OpensOn { get; set; } = new();

    [BindProperty]
    public TypedDate ClosesOn { get; set; } = new();

    [BindProperty]
    public TypedDate ReplyOn { get; set; } = new();

    [BindProperty]
    public string Moderator { get; set; } = "";

    protected async Task<IActionResult> SaveAsync(Guid? id, CancellationToken cancellationToken)
    {
        var opens = ModelState.ReadDay(OpensOn, nameof(OpensOn));
        var closes = ModelState.ReadDay(ClosesOn, nameof(ClosesOn));
        var reply = ModelState.ReadDay(ReplyOn, nameof(ReplyOn));
        return ModelState.IsValid
            ? await this.AnswerAsync(
                await mediator.Send(new SetUpRound.SetUpRound(id, Name, Purpose, opens, closes, reply, Moderator), cancellationToken),
                saved => this.RedirectSaying($"/staff/codesign/rounds/{saved}", "The round is saved."))
            : await this.UnreadableAsync();
    }
}
