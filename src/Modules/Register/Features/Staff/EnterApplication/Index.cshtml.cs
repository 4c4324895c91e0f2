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
    private OpenedApplication opened = new([], new CodeLists([]));

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
    public string Setting { get; set; } = "";

    [BindProperty]
    public List<string> ServicesUsed { get; set; } = [];

    [BindProperty]
    public List<string> ServicesWanted { get; set; } = [];

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

    public IReadOnlyList<ShownUse> Uses => ShownUse.Of(opened.Uses, Choices, Wordings);

    public IReadOnlyList<Choice> Settings => RegisterWords.Asked(opened.Codes.Settings, [Setting]);

    public IReadOnlyList<Choice> ServicesUsedChoices => RegisterWords.Asked(opened.Codes.Services, ServicesUsed);

    public IReadOnlyList<Choice> ServicesWantedChoices => RegisterWords.Asked(opened.Codes.Services, ServicesWanted);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(
            new EnterApplication(Child, Applicant, RegisterWords.Chosen<EntrySource>(Source), Postcode, Difficulties, School, RegisterWords.Chosen<SchoolHelp>(Help), Wanted, Choices, Wordings)
            {
                Coded = new CodedFacts(Setting, [.. ServicesUsed.Take(EntryFacts.MostPicked)], [.. ServicesWanted.Take(EntryFacts.MostPicked)]),
            },
            cancellationToken),
        id => this.RedirectSaying($"/staff/register/{id}", "The application is entered."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new OpenApplication(), cancellationToken), found =>
        {
            opened = found;
            return Page();
        });
}
