using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Flow;

/// <summary>A card as it is printed. It is shown once: afterwards only its digest is left.</summary>
internal sealed record PrintedCard(string Label, string Words);

/// <summary>Makes cards for a group, whoever asks.</summary>
internal sealed class CardMaking(CoDesignDbContext context, Cards cards, AuditTrail audit, TimeProvider clock)
{
    public const int MostAtOnce = 40;
    public const int MostOfAGroup = 200;

    public async Task<Outcome<IReadOnlyList<PrintedCard>>> MakeAsync(Group group, int count, CancellationToken cancellationToken)
    {
        if (count is < 1 or > MostAtOnce)
        {
            return Outcome.Invalid("Count", $"Write a number from 1 to {MostAtOnce}");
        }

        // One maker at a time for each group, so that no number is given twice.
        await context.Database.ExecuteSqlAsync($"select 1 from codesign.groups where id = {group.Id} for update", cancellationToken);
        var state = await context.Rounds.Where(round => round.Id == group.RoundId).Select(round => round.State).SingleAsync(cancellationToken);
        if (state is not (RoundState.SignedOff or RoundState.Open))
        {
            return Outcome.Conflict("Cards are made when the round is signed off, and until it closes");
        }

        var last = await context.Reviewers.Where(reviewer => reviewer.GroupId == group.Id).MaxAsync(reviewer => (int?)reviewer.Number, cancellationToken) ?? 0;
        if (last + count > MostOfAGroup)
        {
            return Outcome.Conflict($"A group has {MostOfAGroup} cards at most");
        }

        List<PrintedCard> made = [];
        var now = clock.GetUtcNow();
        for (var number = last + 1; number <= last + count; number++)
        {
            var words = Cards.Make();
            context.Reviewers.Add(new Reviewer
            {
                Id = Guid.CreateVersion7(now),
                RoundId = group.RoundId,
                GroupId = group.Id,
                Number = number,
                CardHash = cards.HashOf(words),
                Card = CardState.Live,
                MadeAt = now,
            });
            made.Add(new PrintedCard(Label(number, group.Letter), words));
        }

        audit.Record(context, CoDesignAudit.CardsMade, CoDesignAudit.Group, group.Id, changes: [new AuditChange("cards", null, $"{count}")]);
        await context.SaveChangesAsync(cancellationToken);
        return made;
    }

    /// <summary>A new card for the same reviewer: the lost one lets nobody in any more, and what was said stays.</summary>
    public async Task<PrintedCard> ReplaceAsync(Reviewer reviewer, string letter, CancellationToken cancellationToken)
    {
        var words = Cards.Make();
        reviewer.CardHash = cards.HashOf(words);
        reviewer.Card = CardState.Live;
        await context.Sessions.Where(session => session.ReviewerId == reviewer.Id).ExecuteDeleteAsync(cancellationToken);
        return new PrintedCard(Label(reviewer.Number, letter), words);
    }

    public static string Label(int number, string letter) => $"Reviewer {number}, group {letter}";
}
