using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.People.Features.Staff.AddContact;

[Needs(PeoplePermissions.ChangeName)]
internal sealed class IndexModel(IMediator mediator) : RecordPage(mediator)
{
    public static readonly IReadOnlyList<Choice> Checked =
    [
        new("True", "Yes", "They answered a code or a call, or somebody met them there"), new("False", "Not yet", "Nothing is sent there until somebody has checked"),
    ];

    public static readonly IReadOnlyList<Choice> Safe = [new("True", "Yes"), new("False", "No", "Somebody else may read it. Nothing is sent there")];

    [BindProperty]
    public string Kind { get; set; } = "";

    [BindProperty]
    public string Value { get; set; } = "";

    [BindProperty]
    public string IsVerified { get; set; } = "False";

    [BindProperty]
    public string IsSafe { get; set; } = "True";

    [BindProperty]
    public string How { get; set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var kind = Enum.TryParse<ContactPointKind>(Kind, out var known) && Enum.IsDefined(known) ? known : (ContactPointKind)(-1);
        return await DoneAsync(
            await Mediator.Send(new AddContact(Id, kind, Value, IsVerified == "True", IsSafe == "True", How), cancellationToken), cancellationToken);
    }
}
