using FluentValidation;
using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Panel.AnswerPart;

/// <summary>Keeps what a reviewer says about one part.</summary>
/// <param name="Pick">Name of a <see cref="Domain.Pick"/>; empty: nothing was picked.</param>
/// <param name="Words">Null leaves the words as they were: the press of a button saves itself.</param>
/// <param name="SendAnyway">The guard has asked already.</param>
internal sealed record AnswerPart(string? Key, int Number, string Pick, IReadOnlyList<string> Reasons, string? Words, bool SendAnyway) : ICommand<AnswerKept>
{
    public const string HasClosed = "The panel has closed, so this last answer was not saved. What you said before is safe. Thank you!";

    public Permission Permission => Permission.ReadPublished;
}

/// <param name="Parts">How many there are.</param>
/// <param name="LooksLike">What in the words might tell who somebody is; they are not kept until the reviewer has said so.</param>
internal sealed record AnswerKept(int Parts, IReadOnlyList<string> LooksLike);

internal sealed class AnswerPartValidator : AbstractValidator<AnswerPart>
{
    public AnswerPartValidator()
    {
        RuleFor(request => request.Pick).Must(pick => pick.Length == 0 || Enum.IsDefined(typeof(Pick), pick)).WithMessage("Pick one, or press Skip");
        RuleFor(request => request.Reasons).Must(reasons => reasons.Count <= Enum.GetValues<Reason>().Length && reasons.All(reason => Enum.IsDefined(typeof(Reason), reason)))
            .WithMessage("Pick from the pictures");
        RuleFor(request => request.Words).MaximumLength(Answer.MaximumWords).WithMessage($"That is a lot! Please write {Answer.MaximumWords} letters or fewer");
    }
}

internal sealed class AnswerPartHandler(CoDesignDbContext context, Seats seats, AuditTrail audit, TimeProvider clock) : IRequestHandler<AnswerPart, Outcome<AnswerKept>>
{
    public async Task<Outcome<AnswerKept>> Handle(AnswerPart request, CancellationToken cancellationToken)
    {
        if (await seats.FindAsync(request.Key, cancellationToken) is not { } seat)
        {
            return Outcome.NotFound;
        }

        if (!seat.IsOpen)
        {
            return Outcome.Conflict(AnswerPart.HasClosed);
        }

        var parts = await context.Parts.Where(part => part.RoundId == seat.Round.Id).Select(part => new { part.Id, part.Position }).ToListAsync(cancellationToken);
        if (parts.SingleOrDefault(part => part.Position == request.Number) is not { Id: var partId })
        {
            return Outcome.NotFound;
        }

        var answer = await context.Answers.SingleOrDefaultAsync(answer => answer.ReviewerId == seat.Reviewer.Id && answer.PartId == partId, cancellationToken);
        var now = clock.GetUtcNow();
        if (answer is null)
        {
            answer = new Answer { Id = Guid.CreateVersion7(now), ReviewerId = seat.Reviewer.Id, PartId = partId, State = Moderation.None, At = now };
            context.Answers.Add(answer);
        }

        answer.Pick = request.Pick.Length == 0 ? null : Enum.Parse<Pick>(request.Pick);
        answer.Reasons = answer.Pick is Pick.Ok or Pick.Hard ? string.Join(',', request.Reasons.Distinct()) : "";
        IReadOnlyList<string> looksLike = [];
        var words = request.Words?.Replace("\0", "", StringComparison.Ordinal).Trim();
        if (words is not null && words != (answer.Words ?? ""))
        {
            looksLike = request.SendAnyway ? [] : GentleGuard.Of(words);
            if (looksLike.Count == 0)
            {
                Rewrite(answer, words, now);
            }
        }

        audit.Record(context, CoDesignAudit.AnswerSaved, CoDesignAudit.Answer, answer.Id);
        await context.SaveChangesAsync(cancellationToken);
        return new AnswerKept(parts.Count, looksLike);
    }

    /// <summary>Other words are read anew, whatever was decided about the old ones. What somebody worries about stays as it was: it is locked.</summary>
    private static void Rewrite(Answer answer, string words, DateTimeOffset now)
    {
        if (answer.State == Moderation.Worried)
        {
            return;
        }

        answer.Words = words.Length == 0 ? null : words;
        answer.State = words.Length == 0 ? Moderation.None : Moderation.Waiting;
        answer.Shown = null;
        answer.DecidedBy = null;
        answer.DecidedAt = null;
        answer.At = now;
        answer.Edition++;
    }
}
