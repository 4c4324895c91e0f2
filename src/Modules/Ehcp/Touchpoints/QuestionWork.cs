using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>Questions that nobody answered in time, in My work of whoever the ladder has reached. It says how late they are, and nothing of what was asked.</summary>
internal sealed class QuestionWork(EhcpDbContext context) : IWorkItems
{
    private const int Most = 50;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var first = QuestionLadder.Climbs.Index().Where(step => actor.RolesHeld.Contains(step.Item)).Select(step => step.Index + 1).FirstOrDefault();
        if (first == 0 || !actor.May(EhcpPermissions.Oversee))
        {
            return [];
        }

        var late = await (
            from question in context.Questions.AsNoTracking()
            join record in RecordScope.Within(context.Records, actor, EhcpPermissions.Oversee) on question.RecordId equals record.Id
            where question.AnsweredAt == null && question.Steps >= first
            orderby question.DueOn, question.Id
            select new { question.DueOn, record.Reference }).Take(Most).ToListAsync(cancellationToken);
        return [.. late.Select(one => new WorkItem("Question of a family, late", one.Reference, "Nobody has answered it in time. See that somebody does.", one.DueOn, "/staff/ehcp/questions", "See it", "i-inbox"))];
    }
}
