using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Flow;

/// <summary>Whoever sits at the panel in this browser.</summary>
/// <param name="IsOpen">Answers are still taken.</param>
internal sealed record Seat(Reviewer Reviewer, Round Round, bool IsOpen);

/// <summary>Lets a card in, and knows it again by its browser's cookie.</summary>
internal sealed class Seats(CoDesignDbContext context, Cards cards, AuditTrail audit, Actor actor, TimeProvider clock)
{
    private const int KeyBytes = 32;

    /// <summary>
    /// One question to the database, whatever was typed: a card that is wrong, paused, cancelled or too late is the same to whoever tries, and takes
    /// as long.
    /// </summary>
    /// <returns>The key for the cookie; null when the card lets nobody in.</returns>
    public async Task<string?> SitDownAsync(string typed, CancellationToken cancellationToken)
    {
        var hash = cards.HashOf(typed);
        var found = await (
            from reviewer in context.Reviewers
            join round in context.Rounds on reviewer.RoundId equals round.Id
            where reviewer.CardHash == hash
            select new { reviewer, round }).SingleOrDefaultAsync(cancellationToken);
        if (found is not { reviewer: { Card: CardState.Live, WithdrawnAt: null } who } || !found.round.TakesAnswers(clock.Today()))
        {
            return null;
        }

        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        context.Sessions.Add(new PanelSession { Hash = SHA256.HashData(key), ReviewerId = who.Id, At = clock.GetUtcNow() });
        Become(who);
        audit.Record(context, CoDesignAudit.CardUsed, CoDesignAudit.Reviewer, who.Id);
        await context.SaveChangesAsync(cancellationToken);
        return Base64Url.EncodeToString(key);
    }

    /// <returns>Null when this browser has no seat, or its card was paused, cancelled or taken back.</returns>
    public async Task<Seat?> FindAsync(string? key, CancellationToken cancellationToken)
    {
        if (HashOf(key) is not { } hash)
        {
            return null;
        }

        var reviewer = await context.Sessions.Where(session => session.Hash == hash).Select(session => session.Reviewer!).SingleOrDefaultAsync(cancellationToken);
        if (reviewer is not { Card: CardState.Live, WithdrawnAt: null })
        {
            return null;
        }

        var round = await context.Rounds.AsNoTracking().SingleAsync(round => round.Id == reviewer.RoundId, cancellationToken);
        Become(reviewer);
        return new Seat(reviewer, round, round.TakesAnswers(clock.Today()));
    }

    /// <summary>This browser forgets the card.</summary>
    public async Task StandUpAsync(string? key, CancellationToken cancellationToken)
    {
        if (HashOf(key) is { } hash)
        {
            await context.Sessions.Where(session => session.Hash == hash).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private void Become(Reviewer reviewer) => actor.Become(ActorKind.PanelCode, reviewer.Id.ToString("D"));

    private static byte[]? HashOf(string? key)
    {
        var bytes = new byte[KeyBytes];
        return key is { Length: > 0 and < 100 } && Base64Url.DecodeFromChars(key, bytes, out _, out var length) == OperationStatus.Done && length == KeyBytes ? SHA256.HashData(bytes) : null;
    }
}
