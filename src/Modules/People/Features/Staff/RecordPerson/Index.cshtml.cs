using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.People.Features.Staff.RecordPerson;

[Needs(PeoplePermissions.RecordName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Somebody = [new("yes", "I have looked: this is somebody else")];

    [BindProperty]
    public string Kind { get; set; } = "";

    [BindProperty]
    public string GivenName { get; set; } = "";

    [BindProperty]
    public string FamilyName { get; set; } = "";

    [BindProperty]
    public string KnownAs { get; set; } = "";

    [BindProperty]
    public TypedDate BornOn { get; set; } = new();

    [BindProperty]
    public string IsSomebodyElse { get; set; } = "";

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!BornOn.IsEmpty && BornOn.Read() is null)
        {
            ModelState.AddModelError(nameof(BornOn), "Write a day, a month and a year with four digits, like 3 11 2016");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var kind = Enum.TryParse<PersonKind>(Kind, out var known) && Enum.IsDefined(known) ? known : (PersonKind)(-1);
        return await this.AnswerAsync(
            await mediator.Send(new RecordPerson(kind, GivenName, FamilyName, KnownAs, BornOn.Read(), IsSomebodyElse == "yes"), cancellationToken),
            id => this.RedirectSaying($"/staff/people/{id}", "The record is made. Add how to reach this person."));
    }
}
