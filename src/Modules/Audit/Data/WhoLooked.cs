using Medway.LocalOffer.Audit.Contracts;
using Medway.LocalOffer.Audit.Domain;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Audit.Data;

/// <summary>
/// Roles and never names; what the person did themself is left out, and so is a look at somebody else's record on which their name stands: an
/// order may keep them away from that person.
/// </summary>
internal sealed class WhoLooked(AuditDbContext context, EventWords words) : IWhoLooked
{
    public async Task<IReadOnlyList<Look>> AtAsync(IReadOnlyCollection<Guid> personIds, int most, CancellationToken cancellationToken)
    {
        Guid[] person = [.. personIds];
        List<string> own = [.. personIds.Select(id => id.ToString("D"))];
        var safety = words.Safety;
        var rows = await context.Entries

            // As the index over person ids can answer it: the two lists meet.
            .Where(entry => person.Any(id => entry.PersonIds.Contains(id)) && !(entry.ActorKind == ActorKind.Family && own.Contains(entry.ActorId!)))
            .Where(entry => !safety.Contains(entry.Name) && (entry.SubjectKind != "person" || entry.SubjectId == null || person.Contains(entry.SubjectId.Value)))
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .Take(most)
            .Select(entry => new { entry.At, entry.ActorKind, entry.Role, entry.Name, entry.Purpose })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Look(row.At, row.ActorKind, row.Role, words.Of(row.Name), row.Purpose))];
    }
}
