using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Search.Features.Staff.Score;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Features.Staff.PutFirst;

/// <summary>Puts something first for certain words, or only shows what that would do.</summary>
/// <param name="Address">Of the page that is to come first.</param>
internal sealed record PutFirst(string Words, string Address, string Why, bool OnlyTry) : ICommand<ScoreChange>
{
    public const int LongestWords = 200;
    public const int LongestAddress = 300;
    public const int LongestWhy = 300;

    public Permission Permission => SearchPermissions.ChangeWords;
}

internal sealed class PutFirstValidator : AbstractValidator<PutFirst>
{
    public PutFirstValidator()
    {
        RuleFor(bet => bet.Words).Cascade(CascadeMode.Stop)
            .MaximumLength(PutFirst.LongestWords).WithMessage("Make it shorter: 200 letters at most")
            .Must(words => !QueryText.Read(words, Lexicon.Empty).IsEmpty).WithMessage("Write the words that families type");
        RuleFor(bet => bet.Address)
            .NotEmpty().WithMessage("Paste the address of the page that is to come first")
            .MaximumLength(PutFirst.LongestAddress).WithMessage("Paste the address of one page");
        RuleFor(bet => bet.Why)
            .NotEmpty().WithMessage("Say why, so that the next person understands")
            .MaximumLength(PutFirst.LongestWhy).WithMessage("Make the reason shorter: 300 letters at most");
    }
}

internal sealed class PutFirstHandler(SearchDbContext context, SearchKnowledge knowledge, Relevance relevance, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<PutFirst, Outcome<ScoreChange>>
{
    public async Task<Outcome<ScoreChange>> Handle(PutFirst request, CancellationToken cancellationToken)
    {
        if (await context.FindByAddressAsync(request.Address, cancellationToken) is not { } entry)
        {
            return Outcome.Invalid(nameof(request.Address), "No page of this address can be found by searching. Open it, and copy its address");
        }

        var words = QueryText.Read(request.Words, (await knowledge.LoadAsync(cancellationToken)).Lexicon).Normalised;
        var change = await relevance.CompareAsync(known => (known.Lexicon, known.Bets.With(words, entry.Id)), cancellationToken);
        if (request.OnlyTry)
        {
            return change;
        }

        if (await context.BestBets.AnyAsync(bet => bet.Words == words && bet.EntryId == entry.Id, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Address), "This page comes first for these words already");
        }

        var last = await context.BestBets.Where(bet => bet.Words == words).MaxAsync(bet => (short?)bet.Position, cancellationToken) ?? 0;
        var bet = new BestBet { Id = Guid.CreateVersion7(clock.GetUtcNow()), Words = words, EntryId = entry.Id, Position = (short)(last + 1), Why = request.Why.Trim() };
        context.BestBets.Add(bet);
        audit.Record(context, SearchAudit.BestBetSaved, "best_bet", bet.Id, request.Why.Trim(), [new AuditChange("first", null, $"{words}: {entry.Url}")]);
        await context.SaveChangesAsync(cancellationToken);
        return change;
    }
}
