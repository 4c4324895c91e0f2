using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Data;

/// <summary>Whoever can sign in is somebody. When everything is erased the sign-in ends first.</summary>
internal sealed class NeedsNames(AccountsDbContext context) : INeedsNames
{
    public async Task<string?> WhyAsync(Guid personId, bool isErased, CancellationToken cancellationToken) =>
        !isErased && await context.FamilyAccess.AnyAsync(access => access.PersonId == personId && access.State != FamilyAccessState.Ended, cancellationToken)
            ? "They can sign in"
            : null;
}
