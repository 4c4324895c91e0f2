using System.Globalization;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Links;

/// <summary>One row on My work while links are broken, for those who look after addresses.</summary>
internal sealed class BrokenLinksWork(ContentDbContext context) : IWorkItems
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(ContentPermissions.Addresses))
        {
            return [];
        }

        var count = await context.Set<CheckedLink>().CountAsync(link => link.Failures >= CheckedLink.Strikes, cancellationToken);
        return count == 0
            ? []
            : [new WorkItem(
                "Broken links",
                count == 1 ? "1 address does not answer" : string.Create(CultureInfo.InvariantCulture, $"{count} addresses do not answer"),
                "Families who follow them find nothing. They failed three nights in a row.",
                null, "/staff/content/links", "See them", "i-link")];
    }
}
