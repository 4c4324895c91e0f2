using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Improvement.Features.Staff;

/// <summary>Who says something, as everybody of the partnership reads it: a role, never a name.</summary>
internal static class ActingRole
{
    public static string Of(Actor actor)
    {
        var roles = string.Join(", ", actor.RolesHeld.Order(StringComparer.Ordinal));
        return roles.Length == 0 ? "The service" : roles.Length <= MatterNote.MaximumRole ? roles : roles[..MatterNote.MaximumRole];
    }
}
