using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Messaging.Features.Staff.MakeCall;

[Needs(MessagingPermissions.CallName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Outcomes = [.. Enum.GetValues<CallOutcome>().Select(o => new Choice(ReasonWords.Snake(o), CallWords.Of(o)))];

    public static readonly IReadOnlyList<Choice> YesNo = [new("true", "Yes, I made sure"), new("false", "No, or I am not sure")];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Outcome { get; set; } = "";

    [BindProperty]
    public string RightPerson { get; set; } = "false";

    public CallView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync<Done>(
        await mediator.Send(new RecordCall(Id, Outcome, RightPerson == "true"), cancellationToken),
        _ => LocalRedirect("/staff/messaging/calls"),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new OpenCall(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
