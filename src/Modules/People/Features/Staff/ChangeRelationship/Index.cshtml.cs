using MediatR;
using Medway.LocalOffer.People.Features.Staff.ViewRecord;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.People.Features.Staff.ChangeRelationship;

[Needs(PeoplePermissions.ChangeName)]
internal sealed class IndexModel(IMediator mediator) : RecordPage(mediator)
{
    [BindProperty(SupportsGet = true, Name = "relationshipId")]
    public Guid RelationshipId { get; set; }

    [BindProperty]
    public uint Version { get; set; }

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

    public RelationRow Relation { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => FormAsync(isNew: true, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (to, since, until) = (Read(To, nameof(To)), Read(ResponsibilityFrom, nameof(ResponsibilityFrom)), Read(ResponsibilityTo, nameof(ResponsibilityTo)));
        var agreed = Read(AgreedOn, nameof(AgreedOn));
        if (!bool.TryParse(HasResponsibility, out var has))
        {
            ModelState.AddModelError(nameof(HasResponsibility), "Choose yes or no");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status400BadRequest;
            return await FormAsync(isNew: false, cancellationToken);
        }

        return await this.AnswerAsync(
            await Mediator.Send(new ChangeRelationship(Id, RelationshipId, Version, to, has, since, until, How, agreed), cancellationToken),
            _ => this.RedirectSaying(At, "Saved."), () => FormAsync(isNew: false, cancellationToken));
    }

    private Task<IActionResult> FormAsync(bool isNew, CancellationToken cancellationToken) => ShowAsync(
        record =>
        {
            Relation = record.Relations.Single(relation => relation.Relationship.Id == RelationshipId);
            if (isNew)
            {
                var now = Relation.Relationship;
                (Version, To, HasResponsibility) = (now.Version, TypedDate.Of(now.To), now.HasResponsibility.ToString());
                (ResponsibilityFrom, ResponsibilityTo) = (TypedDate.Of(now.ResponsibilityFrom), TypedDate.Of(now.ResponsibilityTo));
                AgreedOn = TypedDate.Of(now.AgreedOn);
            }
        },
        cancellationToken,
        record => record.Relations.Any(relation => relation.IsTheChild && relation.Relationship.Id == RelationshipId));
}
