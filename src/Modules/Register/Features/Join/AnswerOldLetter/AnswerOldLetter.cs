using FluentValidation;
using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.OldRegister;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Join.AnswerOldLetter;

/// <summary>A family answers our letter: does it want to be on the register? The code of the letter and the birth date together say that it is theirs.</summary>
internal sealed record AnswerOldLetter(string Code, DateOnly? BornOn, bool? IsYes) : ICommand<Done>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class AnswerOldLetterValidator : AbstractValidator<AnswerOldLetter>
{
    public AnswerOldLetterValidator()
    {
        RuleFor(answer => answer.Code).NotEmpty().WithMessage("Write the code from the letter").MaximumLength(OldCodes.MaximumTyped).WithMessage("That is too long for a code");
        RuleFor(answer => answer.BornOn).NotNull().WithMessage("Write the birth date of the child or young person");
        RuleFor(answer => answer.IsYes).NotNull().WithMessage("Choose yes or no").OverridePropertyName("Answer");
    }
}

internal sealed class AnswerOldLetterHandler(RegisterDbContext context, RegisterReader reader, OldCodes codes, OldAnswers answers, IPeople people) : IRequestHandler<AnswerOldLetter, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AnswerOldLetter request, CancellationToken cancellationToken)
    {
        var digest = codes.DigestOf(request.Code);
        var old = await context.OldEntries.AsNoTracking().SingleOrDefaultAsync(one => one.CodeDigest == digest || one.ReminderDigest == digest, cancellationToken);
        if (old is not null)
        {
            await context.LockEntryAsync(old.EntryId, cancellationToken);
        }

        // One answer for a wrong code, a wrong date and an answer that was given already: nobody can try one of them out.
        return old is not null
            && await reader.For(PublicTask.OwnEntry).SingleOrDefaultAsync(entry => entry.Id == old.EntryId && entry.State == EntryState.Unconfirmed, cancellationToken) is { } found
            && (await people.FindAsync([found.ChildId], cancellationToken)).GetValueOrDefault(found.ChildId) is { DiedOn: null } child && child.BornOn == request.BornOn
            ? await TakeAsync(found, request.IsYes == true, cancellationToken)
            : Outcome.Invalid(nameof(request.Code), "The code and the birth date do not go together, or you have answered already. Check both. Or call the council: a call counts as well");
    }

    private async Task<Outcome<Done>> TakeAsync(RegisterEntry entry, bool isYes, CancellationToken cancellationToken)
    {
        await answers.TakeAsync(entry, isYes, cancellationToken);
        return default(Done);
    }
}
