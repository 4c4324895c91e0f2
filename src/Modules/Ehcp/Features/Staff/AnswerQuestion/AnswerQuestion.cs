using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Features.Staff.MakeTouchpoint;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.AnswerQuestion;

internal enum AnswerWay
{
    /// <summary>The family reads it on its page; a message says that it is there.</summary>
    Written,

    /// <summary>The officer has spoken to whoever asked.</summary>
    Spoken,

    /// <summary>Whoever asked may not be told any more. Nothing leaves; what is written is the reason, and it stays on the record.</summary>
    NotNeeded,
}

/// <summary>The answer to a question of a family. It stops the timer; the family is told when the message has arrived, or was spoken to.</summary>
internal sealed record AnswerQuestion(Guid RecordId, Guid QuestionId, string Answer, AnswerWay Way) : ICommand<AnswerWay>, IActsOn
{
    public Permission Permission => EhcpPermissions.Record;

    public string SubjectKind => EhcRecord.Subject;

    public Guid SubjectId => RecordId;
}

internal sealed class AnswerQuestionValidator : AbstractValidator<AnswerQuestion>
{
    public AnswerQuestionValidator()
    {
        RuleFor(one => one.Answer).NotEmpty().WithMessage("Write the answer, or what you said").MaximumLength(FamilyQuestion.MaximumAnswer).WithMessage($"Write {FamilyQuestion.MaximumAnswer} letters or fewer");
        RuleFor(one => one.Answer).MaximumLength(Touchpoint.MaximumReason).When(one => one.Way == AnswerWay.NotNeeded).WithMessage($"Write {Touchpoint.MaximumReason} letters or fewer");
        RuleFor(one => one.Way).IsInEnum().WithMessage("Choose how they get the answer");
    }
}

internal sealed class AnswerQuestionHandler(
    EhcpDbContext context, RecordReader reader, Recipients recipients, Teller teller, TouchpointEnds ends, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<AnswerQuestion, Outcome<AnswerWay>>
{
    public async Task<Outcome<AnswerWay>> Handle(AnswerQuestion request, CancellationToken cancellationToken)
    {
        await context.LockRecordAsync(request.RecordId, cancellationToken);
        await context.Database.LockAsync($"ehcp.question {request.QuestionId}", cancellationToken);
        var question = await context.Questions.SingleOrDefaultAsync(
            one => one.Id == request.QuestionId && one.RecordId == request.RecordId && one.AnsweredAt == null, cancellationToken);
        if (question is null || await reader.ReadAsync(request.RecordId, null, cancellationToken) is not { } read)
        {
            return Outcome.NotFound;
        }

        var kind = await context.TouchpointKinds.AsNoTracking().SingleAsync(one => one.Code == TouchpointKind.QuestionAnswered, cancellationToken);
        var occasion = $"{question.Id}";
        var touchpoint = await context.Touchpoints.SingleAsync(one => one.RecordId == request.RecordId && one.Code == kind.Code && one.Occasion == occasion, cancellationToken);
        if (await recipients.MayBeToldAsync(touchpoint, read.Record, cancellationToken) == (request.Way == AnswerWay.NotNeeded))
        {
            return Outcome.Invalid(nameof(request.Way), request.Way == AnswerWay.NotNeeded ? "Choose how they get the answer" : Making.NothingMayBeSaid);
        }

        var now = clock.GetUtcNow();
        (question.AnsweredAt, question.AnsweredBy, touchpoint.DoneBy) = (now, actor.Id, actor.Id);
        question.Answer = request.Way == AnswerWay.NotNeeded ? null : request.Answer.Trim();
        if (request.Way == AnswerWay.Written)
        {
            await teller.AskAsync(touchpoint, kind, read, cancellationToken);
        }
        else if (request.Way == AnswerWay.NotNeeded)
        {
            (touchpoint.State, touchpoint.SettledAt, touchpoint.NotNeededBecause) = (TouchpointState.Cancelled, now, request.Answer.Trim());
        }
        else
        {
            (touchpoint.CalledAt, touchpoint.IsUseful, touchpoint.Words) = (now, true, kind.Words);
            await ends.MadeAsync(touchpoint, now, cancellationToken);
        }

        audit.Record(context, EhcpAudit.QuestionAnswered, EhcRecord.Subject, request.RecordId, personIds: [question.PersonId], changes: [new AuditChange("way", null, $"{request.Way}")]);
        await context.SaveChangesAsync(cancellationToken);
        return request.Way;
    }
}
