using Medway.LocalOffer.Platform.References;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>By the reference that stands on every letter, or by the address of the record's page.</summary>
internal sealed class RecordFinder(EhcpDbContext context) : IRecordFinder
{
    private const string Path = "/staff/ehcp/records/";

    public bool Reads(string typed) => Reference(typed) is not null || RecordAddress.IdIn(typed, Path) is not null;

    public async Task<FoundRecord?> FindAsync(string typed, CancellationToken cancellationToken)
    {
        var (reference, id) = (Reference(typed), RecordAddress.IdIn(typed, Path));
        var found = await context.Records.AsNoTracking().Where(record => record.Reference == reference || record.Id == id)
            .Select(record => new { record.Id, record.ChildId }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new FoundRecord(found.ChildId, Path + found.Id.ToString("D"));
    }

    private static string? Reference(string typed) =>
        typed.Trim().StartsWith(EhcRecord.ReferencePrefix, StringComparison.OrdinalIgnoreCase) ? References.Read(EhcRecord.ReferencePrefix, typed) : null;
}
