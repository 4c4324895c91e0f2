using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.References;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Reaching;

/// <summary>By reference, by the address of the record's page, or by the id in it.</summary>
internal sealed class PersonFinder(PeopleDbContext context) : IRecordFinder
{
    private const string Path = "/staff/people/";

    public bool Reads(string typed) => Reference(typed) is not null || Id(typed) is not null;

    public async Task<FoundRecord?> FindAsync(string typed, CancellationToken cancellationToken)
    {
        var (reference, id) = (Reference(typed), Id(typed));
        var kept = await context.Persons.AsNoTracking().Where(person => person.Reference == reference || person.Id == id)
            .Select(person => (Guid?)person.KeptId).FirstOrDefaultAsync(cancellationToken);
        return kept is { } found ? new FoundRecord(found, Path + found.ToString("D")) : null;
    }

    private static string? Reference(string typed) =>
        typed.Trim().StartsWith(PersonRecord.ReferencePrefix, StringComparison.OrdinalIgnoreCase) ? References.Read(PersonRecord.ReferencePrefix, typed) : null;

    private static Guid? Id(string typed) => Guid.TryParseExact(typed.Trim(), "D", out var id) ? id : RecordAddress.IdIn(typed, Path);
}
