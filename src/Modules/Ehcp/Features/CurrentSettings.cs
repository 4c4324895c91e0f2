using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features;

/// <param name="HealthToldOn">Null while health was not told, and where there is no need.</param>
internal sealed record CurrentSetting(Guid StatusId, Guid RecordId, string Reference, Guid ChildId, Guid CoordinatorId, SettingKind Kind, DateOnly From, DateOnly? HealthToldOn);

/// <summary>Where each child is taught today: one question for the list, My work and the numbers.</summary>
internal sealed class CurrentSettings(EhcpDbContext context)
{
    /// <param name="records">That the caller may see or count; records that are over are left out.</param>
    public IQueryable<CurrentSetting> Of(IQueryable<EhcRecord> records) =>
        from record in records
        where !record.IsOver
        join status in context.SettingStatuses.AsNoTracking() on record.Id equals status.RecordId
        where status.WithdrawnAt == null
            && !context.SettingStatuses.Any(later => later.RecordId == record.Id && later.WithdrawnAt == null && later.From > status.From)
        select new CurrentSetting(status.Id, record.Id, record.Reference, record.ChildId, record.CoordinatorId, status.Kind, status.From, status.HealthToldOn);
}
