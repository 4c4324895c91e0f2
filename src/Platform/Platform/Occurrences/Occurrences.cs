using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Occurrences;

/// <summary>
/// Plans what has to happen once, at its time: each step of a ladder of reminders. Every statement runs on the caller's context and so in its
/// transaction: what plans an occurrence and the plan commit together. Needs the private login.
/// </summary>
public sealed class Occurrences(TimeProvider clock)
{
    /// <summary>Letters in a kind, at most.</summary>
    public const int LongestKind = 100;

    /// <summary>Letters in a key, at most.</summary>
    public const int LongestKey = 200;

    /// <summary>
    /// Plans it, unless it is planned, or has happened already. One that was cancelled is planned again: it has not happened.
    /// </summary>
    /// <param name="context">Any context of the private login.</param>
    /// <param name="kind">The <see cref="IOccurrenceHandler.Kind"/> that will be called.</param>
    /// <param name="subject">What it is about, for example the id of a page or a plan.</param>
    /// <param name="key">Which of the subject's occurrences: it happens once for each key. Name the round in it, for example <c>2026-11-30/second</c>. Never a name or a need.</param>
    /// <param name="due">Not before this instant; usually the start of a day in London.</param>
    /// <returns>Whether it waits because of this call.</returns>
    public async Task<bool> PlanAsync(
        DbContext context, string kind, Guid subject, string key, DateTimeOffset due, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentException.ThrowIfNullOrEmpty(key);
        var now = clock.GetUtcNow();
        return await context.Database.ExecuteSqlAsync(
            $"""
            insert into platform.occurrences as known (id, kind, subject, key, due_at, state, attempts, created_at)
            values ({Guid.CreateVersion7(now)}, {kind}, {subject}, {key}, {due.ToUniversalTime()}, 'waiting', 0, {now})
            on conflict (kind, subject, key) do update
            set state = 'waiting', due_at = excluded.due_at, attempts = 0, try_again_at = null, last_error = null, ended_at = null
            where known.state = 'cancelled'
            """,
            cancellationToken) > 0;
    }

    /// <summary>Moves one that still waits.</summary>
    /// <returns>False when it does not wait: it was never planned, is being done, has happened or was cancelled.</returns>
    [SuppressMessage("Performance", "CA1822", Justification = "Called on what was injected, like its neighbours that need the clock.")]
    public async Task<bool> RescheduleAsync(
        DbContext context, string kind, Guid subject, string key, DateTimeOffset due, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await context.Database.ExecuteSqlAsync(
            $"""
            update platform.occurrences set due_at = {due.ToUniversalTime()}, attempts = 0, try_again_at = null
            where kind = {kind} and subject = {subject} and key = {key} and state = 'waiting'
            """,
            cancellationToken) > 0;
    }

    /// <summary>
    /// Cancels what still waits for a subject, and what was given up. One that a host is doing at this moment is waited for: afterwards it has
    /// happened, and is not counted.
    /// </summary>
    /// <param name="context">Any context of the private login.</param>
    /// <param name="subject">What they are about.</param>
    /// <param name="kind">Only of this kind; null for all kinds, as after a death.</param>
    /// <param name="key">Only this one; null for all.</param>
    /// <returns>How many.</returns>
    public Task<int> CancelAsync(
        DbContext context, Guid subject, string? kind = null, string? key = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Database.ExecuteSqlAsync(
            $"""
            update platform.occurrences set state = 'cancelled', ended_at = {clock.GetUtcNow()}
            where subject = {subject} and state in ('waiting', 'failed')
              and ({kind}::text is null or kind = {kind}) and ({key}::text is null or key = {key})
            """,
            cancellationToken);
    }

    /// <summary>Gives every one that was given up all its attempts again, as soon as may be.</summary>
    /// <returns>How many.</returns>
    [SuppressMessage("Performance", "CA1822", Justification = "Called on what was injected, like its neighbours that need the clock.")]
    public Task<int> TryFailedAgainAsync(DbContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Database.ExecuteSqlAsync(
            $"update platform.occurrences set state = 'waiting', attempts = 0, try_again_at = null, ended_at = null where state = 'failed'",
            cancellationToken);
    }
}
