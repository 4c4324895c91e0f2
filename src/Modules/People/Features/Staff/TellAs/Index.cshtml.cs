using MediatR;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.People.Features.Staff.TellAs;

[Needs(PeoplePermissions.ChangeName)]
internal sealed class IndexModel(IMediator mediator) : RecordPage(mediator)
{
    [BindProperty]
    public LikedForm Liked { get; set; } = new();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(record => Liked = LikedForm.Of(record.Preferences), cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await DoneAsync(await Mediator.Send(new ChangePreferences(Id, Liked.Read()), cancellationToken), cancellationToken);
}
