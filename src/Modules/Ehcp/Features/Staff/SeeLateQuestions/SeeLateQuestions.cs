using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeLateQuestions;

/// <summary>Questions that wait for an answer: how long, and with whom. What was asked, and by whom, is for those who work with the child.</summary>
internal sealed record SeeLateQuestions : IQuery<IReadOnlyList<WaitingQuestion>>
{
    public Permission Permission => EhcpPermissions.Oversee;
}

/// <param name="Coordinator">Who looks after the record; null when they have left.</param>
/// <param name="Steps">How far it has climbed.</param>
internal sealed record WaitingQuestion(Guid Id, Guid RecordId, string Reference, string? Coordinator, DateTimeOffset AskedAt, DateOnly DueOn, int Steps, bool IsLate);

internal sealed class SeeLateQuestionsHandler(EhcpDbContext context, IStaffNames staff, Actor actor, TimeProvider clock) : IRequestHandler<SeeLateQuestions, Outcome<IReadOnlyList<WaitingQuestion>>>
{
    private const int Most = 200;

    public async Task<Outcome<IReadOnlyList<WaitingQuestion>>> Handle(SeeLateQuestions request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var waiting = await (
            from question in context.Questions.AsNoTracking()
            join record in RecordScope.Within(context.Records, actor, EhcpPermissions.Oversee) on question.RecordId equals record.Id
            where question.AnsweredAt == null
            orderby question.DueOn, question.Id
            select new { question.Id, question.RecordId, record.Reference, record.CoordinatorId, question.AskedAt, question.DueOn, question.Steps }).Take(Most).ToListAsync(cancellationToken);
        var names = await staff.OfAsync([.. waiting.Select(one => $"{one.CoordinatorId}").Distinct()], cancellationToken);
        return Outcome.Ok<IReadOnlyList<WaitingQuestion>>(
        [
            .. waiting.Select(one => new WaitingQuestion(
                one.Id, one.RecordId, one.Reference, names.GetValueOrDefault($"{one.CoordinatorId}"), one.AskedAt, one.DueOn, one.Steps, one.DueOn < today)),
        ]);
    }
}
