using FluentValidation;
using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.SetUpRound;

/// <summary>Sets a round up, or changes one that nobody has signed off.</summary>
/// <param name="Id">Null for a new one.</param>
/// <param name="Moderator">The address with which the moderator signs in; may wait, and the round cannot open without.</param>
internal sealed record SetUpRound(Guid? Id, string Name, string Purpose, DateOnly? OpensOn, DateOnly? ClosesOn, DateOnly? ReplyOn, string Moderator) : ICommand<Guid>
{
    public Permission Permission => CoDesignPermissions.Run;
}

internal sealed class SetUpRoundValidator : AbstractValidator<SetUpRound>
{
    private const int LongestDays = 120;

    public SetUpRoundValidator()
    {
        RuleFor(round => round.Name).NotEmpty().WithMessage("Give the round a name").MaximumLength(Round.MaximumName).WithMessage($"Write {Round.MaximumName} characters or fewer");
        RuleFor(round => round.Purpose).NotEmpty().WithMessage("Say in plain words what it is for").MaximumLength(Round.MaximumPurpose).WithMessage($"Write {Round.MaximumPurpose} characters or fewer");
        RuleFor(round => round.OpensOn).NotNull().WithMessage("Write the day on which it opens");
        RuleFor(round => round.ClosesOn).NotNull().WithMessage("Write the last day on which young people can answer");
        RuleFor(round => round.ClosesOn).Must((round, closes) => closes is null || round.OpensOn is null || (closes >= round.OpensOn && closes.Value.DayNumber - round.OpensOn.Value.DayNumber <= LongestDays))
            .WithMessage($"It closes after it opens, and is open for {LongestDays} days at most");
        RuleFor(round => round.ReplyOn).Must((round, reply) => reply is null || round.ClosesOn is null || (reply >= round.ClosesOn && reply.Value.DayNumber - round.ClosesOn.Value.DayNumber <= LongestDays))
            .WithMessage($"The reply comes after the close, within {LongestDays} days");
        RuleFor(round => round.Moderator).MaximumLength(200).WithMessage("Write 200 characters or fewer");
    }
}

internal sealed class SetUpRoundHandler(CoDesignDbContext context, IStaffNames names, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<SetUpRound, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(SetUpRound request, CancellationToken cancellationToken)
    {
        Guid? moderator = null;
        if (request.Moderator.Trim() is { Length: > 0 } typed)
        {
            moderator = await names.FindAsync(typed, cancellationToken);
            if (moderator is null)
            {
                return Outcome.Invalid(nameof(request.Moderator), "Nobody signs in with this address. Write the moderator's work address");
            }
        }

        var round = request.Id is { } id ? await context.Rounds.SingleOrDefaultAsync(round => round.Id == id, cancellationToken) : await NewAsync(request, cancellationToken);
        if (round is null)
        {
            return Outcome.NotFound;
        }

        if (round.State is not (RoundState.Draft or RoundState.SignedOff))
        {
            return Outcome.Conflict("The round is open or over: it stays as young people were told");
        }

        round.Name = request.Name.Trim();
        round.Purpose = request.Purpose.Trim();
        (round.OpensOn, round.ClosesOn, round.ReplyOn) = (request.OpensOn!.Value, request.ClosesOn!.Value, request.ReplyOn);
        round.ModeratorId = moderator;

        // What was signed off was something else.
        (round.State, round.SignedOffBy) = (RoundState.Draft, null);
        audit.Record(context, CoDesignAudit.RoundSaved, CoDesignAudit.Round, round.Id);
        await context.SaveChangesAsync(cancellationToken);
        return round.Id;
    }

    private async Task<Round> NewAsync(SetUpRound request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var round = new Round
        {
            Id = Guid.CreateVersion7(now),
            Slug = await FreeSlugAsync(request.Name, cancellationToken),
            Name = request.Name,
            Purpose = request.Purpose,
            OpensOn = request.OpensOn ?? clock.Today(),
            ClosesOn = request.ClosesOn ?? clock.Today(),
            LeadId = actor.AccountId ?? Guid.Empty,
            State = RoundState.Draft,
        };
        context.Rounds.Add(round);
        return round;
    }

    private async Task<string> FreeSlugAsync(string name, CancellationToken cancellationToken)
    {
        var plain = string.Join('-', new string([.. name.ToLowerInvariant().Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var slug = plain.Length == 0 ? "round" : plain[..Math.Min(plain.Length, Round.MaximumName - 5)].Trim('-');
        var taken = await context.Rounds.Where(round => EF.Functions.Like(round.Slug, slug + "%")).Select(round => round.Slug).ToListAsync(cancellationToken);
        return !taken.Contains(slug) ? slug : Enumerable.Range(2, taken.Count + 1).Select(number => $"{slug}-{number}").First(free => !taken.Contains(free));
    }
}
