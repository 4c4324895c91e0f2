using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Register.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Planning;

/// <summary>In My work until the numbers of the quarter are published.</summary>
internal sealed class ReleaseWork(RegisterDbContext context, Releases releases) : IWorkItems
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var quarter = releases.Current;
        return !actor.May(RegisterPermissions.Publish)
            || await context.PublishedReleases.AnyAsync(one => one.Year == quarter.Year && one.Quarter == quarter.Number, cancellationToken)
            ? []
            : [new WorkItem("Register", $"The register in numbers, {quarter.Words}", "Count it, look at the numbers, then publish them.", quarter.Until, "/staff/register/planning/release", "Open it", "i-clock")];
    }
}
