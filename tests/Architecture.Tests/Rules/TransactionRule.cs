using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Architecture.Tests.Rules;

/// <summary>One save writes the change, its audit entry and its event: the context of a module that is audited must reach those tables.</summary>
internal static class TransactionRule
{
    private static readonly string[] Shared = ["audit_entries", "outbox", "inbox"];

    public static IEnumerable<string> Offences(DbContext context)
    {
        var mapped = context.Model.GetEntityTypes().Where(entity => entity.GetSchema() == "platform").Select(entity => entity.GetTableName());
        var missing = Shared.Except(mapped).ToList();
        if (missing.Count > 0)
        {
            yield return $"{context.GetType().Name} does not map {string.Join(", ", missing)}: call MapSharedTables() in OnModelCreating";
        }
    }
}
