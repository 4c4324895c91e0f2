using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.People.Features.Staff.AddRelationship;

[Needs(PeoplePermissions.ChangeName)]
internal sealed class IndexModel(IMediator mediator) : RecordPage(mediator)
{
    [BindProperty]
    public string ChildId { get; set; } = "";

    [BindProperty]
    public string Kind { get; set; } = "";

    [BindProperty]
    public TypedDate From { get; set; } = new();

    [BindProperty]
    public TypedDate To { get; set; } = new();

    [BindProperty]
    public string HasResponsibility { get; set; } = "";

    [BindProperty]
    public TypedDate ResponsibilityFrom { get; set; } = new();

    [BindProperty]
    public TypedDate ResponsibilityTo { get; set; } = new();

    [BindProperty]
    public TypedDate AgreedOn { get; set; } = new();

    [BindProperty]
    public string How { get; set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (from, to) = (Read(From, nameof(From)), Read(To, nameof(To)));
        var (since, until) = (Read(ResponsibilityFrom, nameof(ResponsibilityFrom)), Read(ResponsibilityTo, nameof(ResponsibilityTo)));
        var agreed = Read(AgreedOn, nameof(AgreedOn));
        if (!bool.TryParse(HasResponsibility, out var has))
        {
            ModelState.AddModelError(nameof(HasResponsibility), "Choose yes or no");
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(cancellationToken);
        }

        _ = Guid.TryParse(ChildId, out var child);
        var kind = Enum.TryParse<RelationshipKind>(Kind, out var known) && Enum.IsDefined(known) ? known : (RelationshipKind)(-1);
        return await DoneAsync(
            await Mediator.Send(new AddRelationship(Id, child, kind, from, to, has, since, until, How, agreed), cancellationToken), cancellationToken);
    }
}
