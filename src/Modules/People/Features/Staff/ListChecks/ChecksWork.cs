using Medway.LocalOffer.People.Reaching;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.People.Features.Staff.ListChecks;

/// <summary>Records to compare stand in My work of everybody who may: until one of them has, a family hears nothing.</summary>
internal sealed class ChecksWork(PeopleReader reader) : IWorkItems
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken) => !actor.May(PeoplePermissions.Compare)
        ? []
        :
        [
            .. (await ListChecksHandler.OpenAsync(reader, cancellationToken)).Take(ListChecksHandler.Most).Select(row => new WorkItem(
                "Compare two records", $"{row.Held} and {row.Other}",
                "One has died or is restricted, and they may be one person. Nothing is sent until somebody has looked.", null, row.Href, "Compare", "i-warn")),
        ];
}
