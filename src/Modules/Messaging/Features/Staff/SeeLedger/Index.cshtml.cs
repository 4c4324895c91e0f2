using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Messaging.Features.Staff.SeeLedger;

[Needs(MessagingPermissions.ReadLedgerName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, WaysOut ways) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("Message"), new("How"), new("Where it stands"), new("Asked", "asked"), new("Due or ended", "due")],
        "-asked",
        new ListFilter("view", "Show", [new(LedgerViews.Due, "Due"), new(LedgerViews.Failed, "Failed"), new(LedgerViews.CannotReach, "Cannot reach")]),
        new ListFilter("channel", "How", [.. Enum.GetValues<MessageChannel>().Select(c => new Choice(ReasonWords.Snake(c), LedgerWords.Channel(c)))]));

    public LedgerView Ledger { get; private set; } = null!;

    public StaffList<LedgerRow> List { get; private set; } = null!;

    /// <summary>No way out is set up for e-mails or text messages.</summary>
    public bool IsSinking => ways.Of(MessageChannel.Email) == WaysOut.Sink || ways.Of(MessageChannel.Sms) == WaysOut.Sink;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var titles = await mediator.Send(new ListTitles(), cancellationToken);
        var shape = Shape with { Filters = [.. Shape.Filters, new ListFilter("template", "Which message", titles.IsOk ? titles.Value : [])] };
        var query = ListQuery.Read(Request.Query, shape);
        return await this.AnswerAsync(await mediator.Send(new SeeLedger(query), cancellationToken), view =>
        {
            Ledger = view;
            List = new(shape, query, view.Rows);
            return Page();
        });
    }
}
