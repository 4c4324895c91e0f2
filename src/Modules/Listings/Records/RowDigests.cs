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

    /// <summary>The same of services, which the source may not have named before.</summary>
    public static Task KeepDigestsAsync(this ListingsDbContext context, string source, IReadOnlyList<KnownDraft> services, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. services.Select(known => known.ServiceId)];
        string[] externalIds = [.. services.Select(known => known.Draft.ExternalId)];
        string[] digests = [.. services.Select(known => known.Draft.RowDigest)];
        return context.Database.ExecuteSqlAsync(
            $"""
            insert into listings.foreign_ids (source, kind, external_id, service_id, row_digest)
            select {source}, 'service', c.external_id, c.id, c.digest from unnest({ids}, {externalIds}, {digests}) as c (id, external_id, digest)
            on conflict (source, kind, external_id) do update set row_digest = excluded.row_digest
            """,
            cancellationToken);
    }
}
