using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Sharing;

/// <summary>
/// When a yes to sharing ends, whoever was given something under it is to be told to delete it: an officer tells them, and the family sees whether. What
/// was given under a law is not called back. A yes ends with a no, a birthday, the end of the entry, and with the right by which it was said.
/// </summary>
internal sealed class Recalls(RegisterDbContext context, RegisterReader reader, RegisterViewers viewers, AuditTrail audit, TimeProvider clock)
{
    /// <summary>After what changed the answers is saved, in the same transaction. Doing it twice changes nothing more.</summary>
    /// <returns>How many recipients are to be told because of it.</returns>
    public async Task<int> LookAsync(RegisterEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var served = await context.SharedEntries.Where(shared => shared.EntryId == entry.Id && shared.RecalledAt == null)
            .Join(context.Shares.Where(share => share.State == ShareState.Given && share.Purpose != null), shared => shared.ShareId, share => share.Id, (shared, share) => new { shared, share.Purpose, share.Recipient })
            .ToListAsync(cancellationToken);
        if (served.Count == 0)
        {
            return 0;
        }

        var stands = entry.State is EntryState.Received or EntryState.Live or EntryState.Lapsed;
        var over = served.Where(_ => !stands).ToList();
        foreach (var one in served.Where(_ => stands))
        {
            if (ConsentPurpose.Of(one.Purpose) is not { } purpose || IsOtherSchool(entry, purpose, one.Recipient) || !await StandsAsync(entry, purpose, Share.NameOf(one.Recipient), cancellationToken))
            {
                over.Add(one);
            }
        }

        foreach (var one in over)
        {
            one.shared.RecalledAt = clock.GetUtcNow();
            audit.Record(
                context, RegisterAudit.RecallAsked, RegisterEntry.Subject, entry.Id, purpose: SharedFields.InTrail(one.Purpose, Share.NameOf(one.Recipient)), personIds: [.. new[] { entry.ChildId, entry.ApplicantId }.Distinct()],
                changes: [new AuditChange("use", one.Purpose, "recall")]);
        }

        await context.SaveChangesAsync(cancellationToken);
        return over.Count;
    }

    /// <summary>One of those whose yes it is still speaks for the child: that yes covers what was given.</summary>
    private async Task<bool> StandsAsync(RegisterEntry entry, ConsentPurpose purpose, string recipient, CancellationToken cancellationToken)
    {
        foreach (var giver in await reader.GiversAsync(entry, purpose, SharedFields.NamedFor(purpose, recipient), cancellationToken))
        {
            if (await viewers.RightAsync(giver, entry.ChildId, cancellationToken) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whoever was given something as the child's school, and is named as it no more.</summary>
    private static bool IsOtherSchool(RegisterEntry entry, ConsentPurpose purpose, string? recipient) =>
        purpose == ConsentPurpose.ShareWithSchool && recipient is not null && !entry.IsSchool(recipient);
}
