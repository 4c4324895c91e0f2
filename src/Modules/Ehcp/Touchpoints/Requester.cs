using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>
/// Tells a school, or whoever else asked for an assessment, that the request is here. A school hears of the decision when everybody in the family has been
/// told it, and not before (SEND Regulations 2014, reg 5(2)). What is sent names the reference and never the child.
/// </summary>
internal sealed class Requester(EhcpDbContext context, IMessages messages)
{
    public const string Received = "ehcp.requester-received";
    public const string Decided = "ehcp.requester-told";

    private const string DecisionToFamily = "NA-07";

    /// <param name="decideBy">By when the council decides whether to assess.</param>
    public async Task ReceivedAsync(EhcRecord record, DateOnly decideBy, CancellationToken cancellationToken)
    {
        if (record.AskerMailbox is { } mailbox)
        {
            await messages.RequestAsync(
                new MessageRequest(Received, $"ehcp requester {record.Id}", null, mailbox, new Dictionary<string, string> { ["reference"] = record.Reference, ["decide_by"] = decideBy.Long() }),
                cancellationToken);
        }
    }

    /// <summary>Somebody of the family has just been told something, or need not be told it any more.</summary>
    /// <param name="settled">As it stands in memory; the caller saves.</param>
    public async Task SettledAsync(Touchpoint settled, CancellationToken cancellationToken)
    {
        if (settled is not { Code: DecisionToFamily, EventId: { } decision }
            || await context.Records.SingleAsync(record => record.Id == settled.RecordId, cancellationToken) is not { AskedBy: Asker.School, AskerMailbox: { } mailbox } record)
        {
            return;
        }

        List<TouchpointState> states =
        [
            settled.State, .. await context.Touchpoints.Where(one => one.EventId == decision && one.Code == DecisionToFamily && one.Id != settled.Id).Select(one => one.State).ToListAsync(cancellationToken),
        ];
        if (!states.Contains(TouchpointState.Made) || states.Exists(state => state is not (TouchpointState.Made or TouchpointState.Cancelled)))
        {
            return;
        }

        var kind = await context.Events.Where(one => one.Id == decision).Select(one => one.Kind).SingleAsync(cancellationToken);
        var words = kind == EventKind.DecidedToAssess ? "We will assess. We ask you for your advice soon." : "We will not assess. We have told the family why, and what they can do.";
        await messages.RequestAsync(
            new MessageRequest(Decided, $"ehcp requester {decision}", null, mailbox, new Dictionary<string, string> { ["reference"] = record.Reference, ["words"] = words }), cancellationToken);
    }
}
