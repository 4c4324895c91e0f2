using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.My.AskOfficer;

/// <summary>A question to the officer. It starts the timer of the answer.</summary>
/// <param name="Record">Reference of one of one's own records; empty when there is only one.</param>
internal sealed record AskOfficer(string Record, string Words) : ICommand<DateOnly>
{
    public Permission Permission => EhcpPermissions.Ask;
}

internal sealed class AskOfficerValidator : AbstractValidator<AskOfficer>
{
    public const int LongestReference = 20;

    public AskOfficerValidator()
    {
        RuleFor(ask => ask.Words).NotEmpty().WithMessage("Write your question").MaximumLength(FamilyQuestion.MaximumWords).WithMessage($"Write {FamilyQuestion.MaximumWords} letters or fewer");
        RuleFor(ask => ask.Record).MaximumLength(LongestReference).WithMessage("Choose what it is about");
    }
}

internal sealed class AskOfficerHandler(
    EhcpDbContext context, Viewers viewers, RecordReader reader, Planner planner, QuestionLadder ladder, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<AskOfficer, Outcome<DateOnly>>
{
    /// <summary>More than anybody asks before somebody calls them.</summary>
    private const int MostOpen = 10;

    public async Task<Outcome<DateOnly>> Handle(AskOfficer request, CancellationToken cancellationToken)
    {
        if (actor.PersonId is not { } person)
        {
            return Outcome.NotFound;
        }

        var seen = await viewers.RecordsForAsync(person, cancellationToken);
        var mine = await context.Records.AsNoTracking().Where(record => seen.Contains(record.Id)).Select(record => new { record.Id, record.Reference }).ToListAsync(cancellationToken);
        if ((mine.Count == 1 && request.Record.Length == 0 ? mine[0] : mine.Find(record => record.Reference == request.Record)) is not { } about)
        {
            return Outcome.Invalid(nameof(request.Record), mine.Count == 0 ? "We have no request or plan here for you. Call us" : "Choose what it is about");
        }

        await context.LockRecordAsync(about.Id, cancellationToken);
        var words = request.Words.Trim();
        var open = await context.Questions.Where(question => question.PersonId == person && question.AnsweredAt == null).ToListAsync(cancellationToken);
        if (open.Find(question => question.RecordId == about.Id && question.Words == words) is { } same)
        {
            // Pressed twice: it is the same question.
            return same.DueOn;
        }

        return open.Count >= MostOpen
            ? Outcome.Invalid(nameof(request.Words), $"You have asked {MostOpen} questions that we have not answered. Please call us")
            : await AddAsync(about.Id, person, words, cancellationToken);
    }

    private async Task<Outcome<DateOnly>> AddAsync(Guid recordId, Guid person, string words, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = clock.Today();
        var question = new FamilyQuestion
        {
            Id = Guid.CreateVersion7(now),
            RecordId = recordId,
            PersonId = person,
            Words = words,
            AskedAt = now,
            DueOn = ladder.DueOn(today) ?? today.AddDays(7),
        };
        context.Questions.Add(question);
        audit.Record(context, EhcpAudit.QuestionAsked, EhcRecord.Subject, recordId, personIds: [person]);
        await context.SaveChangesAsync(cancellationToken);
        await ladder.PlanAsync(question, cancellationToken);
        if (await reader.ReadAsync(recordId, null, cancellationToken) is { } read)
        {
            await planner.StartAsync(read, OtherStart.QuestionAsked, new Cause($"{question.Id}", today, PersonId: person, DueOn: question.DueOn), cancellationToken);
        }

        return question.DueOn;
    }
}
