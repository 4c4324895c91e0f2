using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Medway.LocalOffer.Platform.Data;

/// <summary>
/// PostgreSQL's advisory locks, which are numbers, by name: <c>module.what</c>, so that no two parts of the product take the same one by
/// accident and then wait for each other.
/// </summary>
public static class AdvisoryLock
{
    /// <summary>The number of a name, for a statement of one's own.</summary>
    public static long Number(string name) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    /// <summary>Waits until nobody else holds it, and holds it until the transaction that is open ends.</summary>
    public static Task LockAsync(this DatabaseFacade database, string name, CancellationToken cancellationToken) =>
        database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Number(name)})", cancellationToken);
}
