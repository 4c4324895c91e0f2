using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.TellHealth;

/// <summary>Children of one's own records who are not taught at a school, and health does not know.</summary>
internal sealed class HealthWork(EhcpDbContext context, CurrentSettings settings) : IWorkItems
{
    private const int Most = 15;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.AccountId is not { } own || !actor.May(EhcpPermissions.Record))
        {
            return [];
        }

        var records = RecordScope.Within(context.Records.AsNoTracking(), actor, EhcpPermissions.Record).Where(record => record.CoordinatorId == own);
        var untold = (await settings.Of(records).ToListAsync(cancellationToken)).Where(one => one.HealthToldOn is null && SettingRules.HealthIsTold(one.Kind));
        return
        [
            .. untold.OrderBy(one => one.From).ThenBy(one => one.Reference).Take(Most).Select(one => new WorkItem(
                "Tell health", one.Reference, "The child is not taught at a school, and health does not know.", one.From, $"/staff/ehcp/records/{one.RecordId}/setting/{one.StatusId}/health", "Write down that health was told", "i-people")),
        ];
    }
}
