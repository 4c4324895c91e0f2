using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>A record of a child cannot be kept without knowing whose it is, and who decides for the child.</summary>
internal sealed class NeedsNames(EhcpDbContext context, IPeople people) : INeedsNames
{
    public async Task<string?> WhyAsync(Guid personId, bool isErased, CancellationToken cancellationToken)
    {
        List<Guid> children = [];
        foreach (var child in (await people.ChildrenOfAsync(personId, cancellationToken)).Append(personId))
        {
            children.AddRange(await people.RecordsOfAsync(child, cancellationToken));
        }

        return await context.Records.AnyAsync(record => children.Contains(record.ChildId), cancellationToken)
            ? "An EHC record is kept, and it must say whose it is. The council has not decided yet how long records of children are kept"
            : null;
    }
}
