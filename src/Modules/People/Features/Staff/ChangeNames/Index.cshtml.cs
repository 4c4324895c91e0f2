using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.People.Features.Staff.ChangeNames;

[Needs(PeoplePermissions.ChangeName)]
internal sealed class IndexModel(IMediator mediator) : RecordPage(mediator)
{
    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public string GivenName { get; set; } = "";

    [BindProperty]
    public string FamilyName { get; set; } = "";

    [BindProperty]
    public string KnownAs { get; set; } = "";

    [BindProperty]
    public TypedDate BornOn { get; set; } = new();

    [BindProperty]
    public string Reason { get; set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(
        record =>
        {
            (Version, GivenName, FamilyName) = (record.Version, record.GivenName, record.FamilyName);
            (KnownAs, BornOn) = (record.KnownAs ?? "", TypedDate.Of(record.BornOn));
        },
        cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var born = Read(BornOn, nameof(BornOn));
        return ModelState.IsValid
            ? await DoneAsync(await Mediator.Send(new ChangeNames(Id, Version, GivenName, FamilyName, KnownAs, born, Reason), cancellationToken), cancellationToken)
            : await AgainAsync(cancellationToken);
    }
}
