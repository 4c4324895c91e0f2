using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Staff.GiveList;

[Needs(RegisterPermissions.ShareName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Settings settings) : PageModel
{
    [BindProperty]
    public string Purpose { get; set; } = "";

    [BindProperty]
    public string School { get; set; } = "";

    public IReadOnlyList<Choice> Purposes =>
        [.. SharedFields.Purposes.Select(purpose => (Purpose: purpose, Name: settings.NameOf(purpose.Recipient))).Where(one => one.Name is not null)
            .Select(one => new Choice(one.Purpose.Slug, one.Purpose == ConsentPurpose.ShareWithSchool ? "A school, nursery or college" : one.Name!, $"Needs the yes to: {RegisterWords.Of(one.Purpose)}"))];

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new GiveList(Purpose, School), cancellationToken),
        id => this.RedirectSaying($"/staff/register/shares/{id}", "It is written down who is on the list. Save it now, and hand it over by a safe way."));
}
