using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.People;

/// <summary>
/// A Platform administrator cannot read about families, nor make a colleague up who can: a role that sees people waits until a second person
/// agrees (back-office §4.1, no role that can do everything).
/// </summary>
internal sealed class SecondPerson(AccountsDbContext context)
{
    /// <summary>All that see people, but for the administrators' own: what it opens is accounts, not records.</summary>
    public static readonly IReadOnlyList<string> RolesAsked = [.. Roles.SeePeople.Where(role => role != Roles.PlatformAdministrator)];

    /// <summary>
    /// Not for what the command line gives, and not for the first data protection officer: until one of them has signed in there is nobody to
    /// ask.
    /// </summary>
    public async Task<bool> MustAgreeAsync(RoleGrant given, CancellationToken cancellationToken)
    {
        if (given.GivenBy is null || !RolesAsked.Contains(given.Role))
        {
            return false;
        }

        return given.Role != Roles.DataProtectionOfficer || await context.Grants.AnyAsync(
            grant => grant.Role == Roles.DataProtectionOfficer && !grant.Waits
                && context.Users.Any(account => account.Id == grant.AccountId && account.LastSignedInAt != null),
            cancellationToken);
    }
}
