using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>What an officer has to release or to do, and what did not arrive, in My work of whoever looks after the record.</summary>
internal sealed class WaitingTouchpoints(EhcpDbContext context) : IWorkItems
{
    private const int Most = 50;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.AccountId is not { } own || !actor.May(EhcpPermissions.Record))
        {
            return [];
        }

        var waiting = await (
            from touchpoint in context.Touchpoints.AsNoTracking()
            join kind in context.TouchpointKinds on touchpoint.Code equals kind.Code
            join record in RecordScope.Within(context.Records, actor, EhcpPermissions.Record) on touchpoint.RecordId equals record.Id
            where (touchpoint.State == TouchpointState.Waiting || touchpoint.State == TouchpointState.NotMade) && (record.CoordinatorId == own || record.CoverId == own)
            orderby touchpoint.DueOn, touchpoint.Id
            select new { Touchpoint = touchpoint, kind.Title, record.Reference })
            .Take(Most).ToListAsync(cancellationToken);
        return
        [
            .. waiting.Select(one =>
            {
                var (touchpoint, words) = (one.Touchpoint, Words(one.Touchpoint));
                return new WorkItem(words.Kind, $"{one.Title}: {one.Reference}", words.Why, touchpoint.DueOn, $"/staff/ehcp/records/{touchpoint.RecordId}/{TouchpointWords.PageOf(touchpoint)}", words.Action, "i-inbox");
            }),
        ];
    }

    private static (string Kind, string Why, string Action) Words(Touchpoint touchpoint) => (touchpoint.Code, touchpoint.State, touchpoint.Mode) switch
    {
        (_, TouchpointState.NotMade, _) => ("Did not reach a family", "No message got through. Open it to see what you may do.", "Open it"),
        (TouchpointKind.QuestionAnswered, _, _) => ("Question of a family", "You look after this record.", "Answer it"),
        (TouchpointKind.News, _, TouchpointMode.Task) when touchpoint.Occasion.StartsWith(SilenceGuard.SameWords, StringComparison.Ordinal) =>
            ("Call a family", "The news said the same twice. Call them.", "Call"),
        (TouchpointKind.News, _, TouchpointMode.Task) => ("Call a family", "They have heard nothing for ten days. Call them.", "Call"),
        (_, _, TouchpointMode.Task) => ("To do for a family", "You look after this record.", "Do it"),
        _ => ("To send to a family", "You look after this record.", "Release it"),
    };
}
