using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.People.Features.Staff.FindPerson;

/// <summary>What is looked for is posted: a name in the address would stand in logs and histories.</summary>
[Needs(PeoplePermissions.FindName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    [BindProperty]
    public string Reference { get; set; } = "";

    [BindProperty]
    public string GivenName { get; set; } = "";

    [BindProperty]
    public string FamilyName { get; set; } = "";

    [BindProperty]
    public TypedDate BornOn { get; set; } = new();

    [BindProperty]
    public string Contact { get; set; } = "";

    public FoundPeople? Found { get; private set; }

    public bool MayRecord => actor.May(PeoplePermissions.Record);

    public bool MayCompare => actor.May(PeoplePermissions.Compare);

    public static string Counted(int people) => people switch
    {
        0 => "Nobody is like that",
        1 => "One person",
        _ => $"{people} people",
    };

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!BornOn.IsEmpty && BornOn.Read() is null)
        {
            ModelState.AddModelError(nameof(BornOn), "Write a day, a month and a year with four digits, like 3 11 2016");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        return await this.AnswerAsync(await mediator.Send(new FindPeople(Reference, GivenName, FamilyName, BornOn.Read(), Contact), cancellationToken), found =>
        {
            Found = found;
            return Page();
        });
    }
}
