using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.My.AskOfficer;

[Needs(EhcpPermissions.AskName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Settings settings) : PageModel
{
    public const string At = "/my/ehc-plan/questions";

    [BindProperty]
    public string Record { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    public OwnQuestions View { get; private set; } = new([], []);

    public string TeamPhone => settings.Words(SiteSettings.SenTeamPhone);

    public IReadOnlyList<Choice> Records => [.. View.References.Select(reference => new Choice(reference, reference))];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new AskOfficer(Record, Words), cancellationToken),
        by => this.RedirectSaying(At, $"We have your question. We answer it by {by.Long()}."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeOwnQuestions(), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
