using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Records;

/// <summary>Keeps what a file last said of each record, so that the same again changes nothing.</summary>
internal static class RowDigests
{
    /// <param name="context">Of the import.</param>
    /// <param name="source">Where the file comes from.</param>
    /// <param name="kind">Of the records.</param>
    /// <param name="externalIds">What the file calls them.</param>
    /// <param name="digests">In the same order.</param>
    public static Task KeepDigestsAsync(
        this ListingsDbContext context, string source, RecordKind kind, string?[] externalIds, string?[] digests, CancellationToken cancellationToken)
    {
        var kindText = kind.ToString().ToLowerInvariant();
        return context.Database.ExecuteSqlAsync(
            $"""
            update listings.foreign_ids f set row_digest = c.digest
            from unnest({externalIds}, {digests}) as c (external_id, digest)
            where f.source = {source} and f.kind = {kindText} and f.external_id = c.external_id
            """,
            cancellationToken);
    }
}
