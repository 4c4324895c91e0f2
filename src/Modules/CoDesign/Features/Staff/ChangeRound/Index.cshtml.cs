using MediatR;
using Medway.LocalOffer.CoDesign.Features.Staff.SeeRound;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.CoDesign.Features.Staff.ChangeRound;

[Needs(CoDesignPermissions.RunName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : RoundForm(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await this.AnswerAsync(await Mediator.Send(new SeeRound.SeeRound(Id), cancellationToken), seen =>
    {
        var round = seen.Round;
        (Name, Purpose, Moderator) = (round.Name, round.Purpose, seen.ModeratorMailbox ?? "");
        (OpensOn, ClosesOn, ReplyOn) = (TypedDate.Of(round.OpensOn), TypedDate.Of(round.ClosesOn), TypedDate.Of(round.ReplyOn));
        return Page();
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SaveAsync(Id, cancellationToken);
}
