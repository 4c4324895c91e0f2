using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Messaging.Features.Staff.MakeFormat;

[Needs(MessagingPermissions.MakeFormatsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Outcome { get; set; } = "";

    [BindProperty]
    public string Path { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    public FormatView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Outcomes =>
    [
        .. View.GoesOn ? [new Choice(ReasonWords.Snake(MakeOutcome.Ready), Ready(View.Message.Channel))] : Array.Empty<Choice>(),
        new(ReasonWords.Snake(MakeOutcome.Told), "The right person was told in it. I made sure who it was"),
        new(ReasonWords.Snake(MakeOutcome.CannotBeMade), "It cannot be made"),
    ];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync<Done>(
        await mediator.Send(new RecordFormat(Id, Outcome, Path, Reason), cancellationToken),
        _ => this.RedirectSaying("/staff/messaging/formats", "Written down."),
        () => ShowAsync(cancellationToken));

    private static string Ready(MessageChannel channel) => channel switch
    {
        MessageChannel.Letter => "It is made, and goes with the next post",
        MessageChannel.Phone or MessageChannel.FaceToFace => "Whoever speaks it is booked. The call or meeting can be made",
        _ => "It is made, and stands on this site",
    };

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new OpenFormat(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
