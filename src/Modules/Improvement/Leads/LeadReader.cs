using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Leads;

/// <param name="Holder">The account that holds it now; null when nobody does, or when they have left.</param>
/// <param name="HasLeft">Somebody held it, and their account is closed.</param>
internal sealed record Lead(string Role, IReadOnlyList<LedPart> Parts, Guid? Holder, string? Mailbox, bool HasLeft);

internal sealed record LedPart(Guid Id, string Reference);

/// <summary>Who holds the lead roles of the plan today, and which parts each leads.</summary>
internal sealed class LeadReader(ImprovementDbContext context, IStaffNames names)
{
    /// <summary>Every role of the plan, in its order.</summary>
    public async Task<IReadOnlyList<Lead>> ReadAsync(CancellationToken cancellationToken)
    {
        var parts = await context.Parts.Join(context.Actions, part => part.ActionId, action => action.Id, (part, action) => new { part.Id, part.Reference, part.Position, action.Leads })
            .OrderBy(part => part.Position).ToListAsync(cancellationToken);
        var holders = await HoldersAsync(cancellationToken);
        List<Lead> leads = [];
        foreach (var role in parts.SelectMany(part => LeadRoles.Of(part.Leads), (part, role) => (role, part)).GroupBy(one => one.role, one => new LedPart(one.part.Id, one.part.Reference), StringComparer.Ordinal))
        {
            Guid? held = holders.TryGetValue(role.Key, out var account) ? account : null;
            var mailbox = held is not null ? await names.MailboxAsync(account, cancellationToken) : null;
            leads.Add(new(role.Key, [.. role], mailbox is null ? null : held, mailbox, HasLeft: held is not null && mailbox is null));
        }

        return leads;
    }

    /// <summary>Whether somebody holds a lead role of a part now.</summary>
    public async Task<bool> LeadsAsync(Guid? account, Guid part, CancellationToken cancellationToken)
    {
        if (account is null || await context.Parts.Where(one => one.Id == part).Join(context.Actions, one => one.ActionId, action => action.Id, (_, action) => action.Leads)
            .SingleOrDefaultAsync(cancellationToken) is not { } leads)
        {
            return false;
        }

        var holders = await HoldersAsync(cancellationToken);
        return LeadRoles.Of(leads).Any(role => holders.TryGetValue(role, out var holder) && holder == account);
    }

    /// <summary>By role, everybody who holds it or has held it, as rows keep who acted.</summary>
    public async Task<ILookup<string, string>> EverHeldAsync(CancellationToken cancellationToken) =>
        (await context.LeadHolders.Where(holder => holder.AccountId != null).Select(holder => new { holder.Role, holder.AccountId }).Distinct().ToListAsync(cancellationToken))
            .ToLookup(holder => holder.Role, holder => $"{holder.AccountId:D}", StringComparer.Ordinal);

    /// <summary>Accounts by role, those that are closed too.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> HoldersAsync(CancellationToken cancellationToken) =>
        (await context.LeadHolders.AsNoTracking().OrderBy(holder => holder.At).ThenBy(holder => holder.Id).ToListAsync(cancellationToken))
            .GroupBy(holder => holder.Role, StringComparer.Ordinal).Select(all => all.Last())
            .Where(holder => holder.AccountId is not null).ToDictionary(holder => holder.Role, holder => holder.AccountId!.Value, StringComparer.Ordinal);
}
