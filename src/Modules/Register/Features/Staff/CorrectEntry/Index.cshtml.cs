using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Staff.CorrectEntry;

[Needs(RegisterPermissions.KeepName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<string> Difficulties { get; set; } = [];

    [BindProperty]
    public string School { get; set; } = "";

    [BindProperty]
    public string Help { get; set; } = nameof(SchoolHelp.NotSaid);

    [BindProperty]
    public string Wanted { get; set; } = "";

    public string Reference { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new OpenCorrection(Id), cancellationToken), view =>
        {
            (Reference, Difficulties, School, Help, Wanted) = (view.Reference, [.. view.Now.Difficulties], view.Now.School, view.Now.Help.ToString(), view.Now.Wanted);
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync<Done>(
        await mediator.Send(new CorrectEntry(Id, new EntryCorrection(Difficulties, School, RegisterWords.Chosen<SchoolHelp>(Help), Wanted)), cancellationToken),
        _ => this.RedirectSaying($"/staff/register/{Id}", "It is put right."),
        async () => await this.AnswerAsync(await mediator.Send(new OpenCorrection(Id), cancellationToken), view =>
        {
            Reference = view.Reference;
            return Page();
        }));
}
