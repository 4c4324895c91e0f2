using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Leads;
using Medway.LocalOffer.Improvement.Seals;
using Medway.LocalOffer.Improvement.Voices;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.UpdatePart;

/// <summary>Tells the next board about a part: the office about any, a lead about their own. Another one for the same board stands beside it: neither is ever changed.</summary>
/// <param name="StepsDone">Per cent of the steps.</param>
/// <param name="Voice">What children, young people and families said; empty with a reason in <paramref name="NoVoice"/>.</param>
internal sealed record UpdatePart(Guid Id, int? StepsDone, string Done, string Difference, string Next, string Voice, string NoVoice) : ICommand<Guid>
{
    public Permission Permission => ImprovementPermissions.Tell;
}

internal sealed class UpdatePartValidator : AbstractValidator<UpdatePart>
{
    public UpdatePartValidator()
    {
        RuleFor(update => update.StepsDone).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write how much is done, as a whole number from 0 to 100")
            .InclusiveBetween(0, 100).WithMessage("Write how much is done, as a whole number from 0 to 100");
        Words(update => update.Done, "Write what was done since the last board, or that nothing was");
        Words(update => update.Difference, "Write what difference it made, or that none can be seen yet");
        Words(update => update.Next, "Write what comes next");
        RuleFor(update => update.Voice).MaximumLength(PartUpdate.MaximumWords).WithMessage(TooLong);
        RuleFor(update => update.NoVoice).MaximumLength(PartUpdate.MaximumWords).WithMessage(TooLong);
        RuleFor(update => update.Voice)
            .Must((update, voice) => !string.IsNullOrWhiteSpace(voice) || !string.IsNullOrWhiteSpace(update.NoVoice))
            .WithMessage("Write what children, young people or families said, or below why nobody asked them")
            .Must((update, voice) => string.IsNullOrWhiteSpace(voice) || string.IsNullOrWhiteSpace(update.NoVoice))
            .WithMessage("Write either what they said or why nobody asked them, not both");
    }

    private static string TooLong => $"Write {PartUpdate.MaximumWords} characters or fewer, about a hundred words";

    private void Words(System.Linq.Expressions.Expression<Func<UpdatePart, string>> field, string empty) =>
        RuleFor(field).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(empty).MaximumLength(PartUpdate.MaximumWords).WithMessage(TooLong);
}

internal sealed class UpdatePartHandler(ImprovementDbContext context, PartReader reader, LeadReader leads, YoungVoices voices, UpdateChain chain, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<UpdatePart, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(UpdatePart request, CancellationToken cancellationToken)
    {
        if (!await context.Parts.AnyAsync(part => part.Id == request.Id, cancellationToken))
        {
            return Outcome.NotFound;
        }

        if (!actor.May(ImprovementPermissions.Update) && !await leads.LeadsAsync(actor.AccountId, request.Id, cancellationToken))
        {
            return Outcome.Invalid("", "You do not lead this part. Ask whoever leads it, or the programme office, to write this");
        }

        if (await reader.NextBoardAsync(cancellationToken) is not { } board)
        {
            return Outcome.Invalid("", "No later board is written down. Ask the programme office to write it down, then send this again");
        }

        var now = clock.GetUtcNow();
        var update = new PartUpdate
        {
            Id = Guid.CreateVersion7(now),
            PartId = request.Id,
            Board = board,
            StepsDone = request.StepsDone!.Value,
            Done = request.Done.Trim(),
            Difference = request.Difference.Trim(),
            Next = request.Next.Trim(),
            Voice = Typed(request.Voice),
            NoVoice = Typed(request.NoVoice),
            At = now,
            By = actor.Id,
        };
        context.Updates.Add(update);
        await chain.SealAsync(update, cancellationToken);
        if (update.StepsDone == 100)
        {
            await voices.ChallengePartAsync(request.Id, cancellationToken);
        }

        audit.Record(context, ImprovementAudit.Updated, ImprovementPart.Subject, request.Id, changes: [new AuditChange("steps_done", null, $"{update.StepsDone}")]);
        await context.SaveChangesAsync(cancellationToken);
        return update.Id;
    }

    private static string? Typed(string words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
