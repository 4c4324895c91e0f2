using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests;

/// <summary>What the hosts of a test have to do, read from the tables of the parts that do it.</summary>
internal static class Agenda
{
    /// <summary>News of one day waits half an hour for other news, and what a host had claimed when it was killed comes back sooner than that.</summary>
    public static readonly TimeSpan Later = TimeSpan.FromMinutes(31);

    /// <returns>How many things are to be done at this moment; those that a host is doing count until they are done.</returns>
    public static Task<int> DueAsync(this App app, DateTimeOffset now) => app.AskAsync(context => context.Database.SqlQuery<int>(
        $"""
        select ((select count(*) from platform.occurrences where state = 'waiting' and due_at <= {now})
          + (select count(*) from messaging.requests where planned_at is null)
          + (select count(*) from messaging.messages where state in ('waiting', 'sending', 'unsure') and due_at <= {now} and waits_for_id is null and channel in ('email', 'sms'))
          + (select count(*) from platform.outbox where state = 'waiting'))::int as "Value"
        """).SingleAsync(Given.Now));

    /// <summary>
    /// The next moment at which anything is due. Days begin at midnight and messages leave from eight on, so that what a host does first at one moment
    /// changes nothing in what another does.
    /// </summary>
    /// <returns>Null when nothing is due until the end.</returns>
    public static async Task<DateTimeOffset?> NextAsync(this App app, DateTimeOffset now, DateTimeOffset end)
    {
        var due = await app.AskAsync(context => context.Database.SqlQuery<DateTimeOffset>(
            $"""
            select coalesce(min(due_at), timestamptz '2999-01-01') as "Value" from (
              select due_at from platform.occurrences where state = 'waiting'
              union all select due_at from messaging.messages where state = 'waiting' and waits_for_id is null and channel in ('email', 'sms')) due
            """).SingleAsync(Given.Now));
        return due > end ? null : due > now ? due : now + Later;
    }
}
