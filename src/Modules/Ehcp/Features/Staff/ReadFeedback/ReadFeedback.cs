using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ReadFeedback;

/// <summary>What families wrote in their own words, the newest first, without whose words they are.</summary>
internal sealed record ReadFeedback : IQuery<FeedbackPage>, IReadsPeople
{
    public Permission Permission => EhcpPermissions.ReadFeedback;

    public AuditEvent Event => EhcpAudit.FeedbackRead;

    public string SubjectKind => EhcRecord.Subject;

    public Guid? SubjectId => null;

    public string? Purpose => null;
}

internal sealed record FeedbackPage(IReadOnlyList<FeedbackRow> Rows, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

/// <param name="Month">First day of the month in which it was said: no day says whose it is.</param>
internal sealed record FeedbackRow(string About, DateOnly Month, FamilySays KnowsNext, FamilySays? WasGood, string Words);

internal sealed class ReadFeedbackHandler(EhcpDbContext context, Actor actor) : IRequestHandler<ReadFeedback, Outcome<FeedbackPage>>
{
    private const int Most = 200;

    public async Task<Outcome<FeedbackPage>> Handle(ReadFeedback request, CancellationToken cancellationToken)
    {
        var said = await (
            from answer in context.Answers.AsNoTracking()
            join touchpoint in context.Touchpoints on answer.TouchpointId equals touchpoint.Id
            join kind in context.TouchpointKinds on touchpoint.Code equals kind.Code
            join record in RecordScope.Within(context.Records, actor, EhcpPermissions.ReadFeedback) on touchpoint.RecordId equals record.Id
            where answer.Words != null
            orderby answer.AnsweredAt descending, answer.Id
            select new { answer, kind.Title, touchpoint.PersonId }).Take(Most).ToListAsync(cancellationToken);
        return new FeedbackPage(
            [
                .. said.Select(one => (one.Title, one.answer, On: UkTime.DateIn(one.answer.AnsweredAt)))
                    .Select(one => new FeedbackRow(one.Title, new DateOnly(one.On.Year, one.On.Month, 1), one.answer.KnowsNext, one.answer.WasGood, one.answer.Words!)),
            ],
            [.. said.Select(one => one.PersonId).Distinct()]);
    }
}
