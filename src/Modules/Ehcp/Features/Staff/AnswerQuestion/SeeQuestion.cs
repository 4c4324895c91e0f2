using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.AnswerQuestion;

/// <summary>One question that nobody has answered yet.</summary>
internal sealed record SeeQuestion(Guid RecordId, Guid QuestionId) : IQuery<QuestionView>, IReadsPeople, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public AuditEvent Event => EhcpAudit.Viewed;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;

    Guid? IReadsPeople.SubjectId => RecordId;

    public string? Purpose => null;
}

internal sealed record QuestionView(string Reference, bool MayBeTold, string Name, string Words, DateTimeOffset AskedAt, DateOnly DueOn, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

internal sealed class SeeQuestionHandler(EhcpDbContext context, Viewers viewers, IPeople people) : IRequestHandler<SeeQuestion, Outcome<QuestionView>>
{
    public async Task<Outcome<QuestionView>> Handle(SeeQuestion request, CancellationToken cancellationToken)
    {
        var question = await context.Questions.AsNoTracking().SingleOrDefaultAsync(
            one => one.Id == request.QuestionId && one.RecordId == request.RecordId && one.AnsweredAt == null, cancellationToken);
        if (question is null)
        {
            return Outcome.NotFound;
        }

        var record = await context.Records.AsNoTracking().SingleAsync(record => record.Id == request.RecordId, cancellationToken);
        var names = await people.NamesAsync([question.PersonId], cancellationToken);
        return new QuestionView(
            record.Reference, await viewers.MaySeeAsync(question.PersonId, record.ChildId, cancellationToken), names.TryGetValue(question.PersonId, out var name) ? name.Full : "Not known", question.Words, question.AskedAt, question.DueOn, [question.PersonId]);
    }
}
