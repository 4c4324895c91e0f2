using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.People.Features.Staff.RecordDeath;

[Needs(PeoplePermissions.ChangeName)]
internal sealed class IndexModel(IMediator mediator) : RecordPage(mediator)
{
    [BindProperty]
    public TypedDate DiedOn { get; set; } = new();

    [BindProperty]
    public string How { get; set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var day = Read(DiedOn, nameof(DiedOn));
        return ModelState.IsValid
            ? await DoneAsync(await Mediator.Send(new RecordDeath(Id, day, How), cancellationToken), cancellationToken)
            : await AgainAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) =>
        await DoneAsync(await Mediator.Send(new WithdrawDeath(Id, How), cancellationToken), cancellationToken);
}
