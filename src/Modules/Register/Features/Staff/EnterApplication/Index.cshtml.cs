using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Joining;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Staff.EnterApplication;

[Needs(RegisterPermissions.KeepName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private IReadOnlyList<AskedUse> asked = [];

    [BindProperty]
    public string Child { get; set; } = "";

    [BindProperty]
    public string Applicant { get; set; } = "";

    [BindProperty]
    public string Source { get; set; } = "";

    [BindProperty]
    public string Postcode { get; set; } = "";

    [BindProperty]
    public List<string> Difficulties { get; set; } = [];

    [BindProperty]
    public string School { get; set; } = "";

    [BindProperty]
    public string Help { get; set; } = nameof(SchoolHelp.NotSaid);

    [BindProperty]
    public string Wanted { get; set; } = "";

    [BindProperty]
    public Dictionary<string, string> Choices { get; set; } = [];

    [BindProperty]
    public Dictionary<string, Guid> Wordings { get; set; } = [];

    public IReadOnlyList<ShownUse> Uses => ShownUse.Of(asked, Choices, Wordings);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(
            new EnterApplication(Child, Applicant, RegisterWords.Chosen<EntrySource>(Source), Postcode, Difficulties, School, RegisterWords.Chosen<SchoolHelp>(Help), Wanted, Choices, Wordings), cancellationToken),
        id => this.RedirectSaying($"/staff/register/{id}", "The application is entered."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new OpenApplication(), cancellationToken), uses =>
        {
            asked = uses;
            return Page();
        });
}
