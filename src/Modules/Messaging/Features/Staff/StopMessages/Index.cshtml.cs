using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Messaging.Features.Staff.StopMessages;

[Needs(MessagingPermissions.StopName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Kinds =
    [
        new("everything", "Everything", "No message of any kind leaves"),
        new("template", "One kind of message"),
        new("person", "Everything for one person, and about them"),
    ];

    [BindProperty]
    public string Kind { get; set; } = "";

    [BindProperty]
    public string Template { get; set; } = "";

    [BindProperty]
    public string Person { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    /// <summary>The switch to let go.</summary>
    [BindProperty]
    public string Release { get; set; } = "";

    [BindProperty]
    public string Why { get; set; } = "";

    public StopsView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Stopped => [.. View.Stops.Select(stop => new Choice(stop.Id.ToString("D"), Words(stop)))];

    public static string Words(Stop stop) => stop.Kind switch
    {
        StopKind.Everything => "Everything is stopped",
        StopKind.Template => $"Stopped: {stop.Template}",
        _ => $"Stopped for person {stop.PersonId}",
    };

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync<Done>(
        await mediator.Send(new PullSwitch(Kind, Template, Person, Reason), cancellationToken),
        _ => LocalRedirect("/staff/messaging/stops"),
        () => ShowAsync(cancellationToken));

    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken cancellationToken) => await this.AnswerAsync<Done>(
        await mediator.Send(new ReleaseSwitch(Release, Why), cancellationToken),
        _ => LocalRedirect("/staff/messaging/stops"),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeStops(), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
