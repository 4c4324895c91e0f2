using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Medway.LocalOffer.Platform.Protection;

namespace Medway.LocalOffer.Platform.Audit;

/// <summary>
/// The keyed code over every column of an audit row. Whoever may write to the database but has no master key can neither change a row nor
/// add one without it being found.
/// </summary>
internal sealed class AuditMac(IKeyedDigests digests)
{
    /// <summary>Rows older than this were written before there was a code.</summary>
    public static readonly DateTimeOffset Began = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
    };

    /// <summary>PostgreSQL keeps microseconds: what is finer would not come back.</summary>
    public static DateTimeOffset Stored(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <exception cref="JsonException">The changes are no list of <see cref="AuditChange"/>.</exception>
    public byte[] Of(AuditEntry entry) => digests.Of("audit-row", Canonical(entry));

    /// <summary>Whether the row is as <see cref="AuditTrail"/> wrote it.</summary>
    public bool Holds(AuditEntry entry)
    {
        try
        {
            return CryptographicOperations.FixedTimeEquals(Of(entry), entry.Mac);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>
    /// A JSON array, so that no two rows have the same bytes. The changes are read first and written anew, because jsonb gives back other
    /// spaces and another order of names than it was given.
    /// </summary>
    private static byte[] Canonical(AuditEntry entry)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            json.WriteNumberValue(1);
            json.WriteStringValue(entry.Id);
            json.WriteStringValue(entry.Name);
            json.WriteNumberValue(entry.At.UtcTicks);
            json.WriteStringValue(entry.ActorKind.ToString());
            json.WriteStringValue(entry.ActorId);
            json.WriteStringValue(entry.Role);
            json.WriteStringValue(entry.SubjectKind);
            json.WriteStringValue(entry.SubjectId?.ToString("D"));
            json.WriteStartArray();
            foreach (var person in entry.PersonIds)
            {
                json.WriteStringValue(person);
            }

            json.WriteEndArray();
            json.WriteStringValue(entry.Purpose);
            json.WriteStringValue(entry.Reason);
            json.WriteStartArray();
            foreach (var change in JsonSerializer.Deserialize<List<AuditChange>>(entry.Changes, Strict) ?? [])
            {
                json.WriteStringValue(change.Field);
                json.WriteStringValue(change.Before);
                json.WriteStringValue(change.After);
            }

            json.WriteEndArray();
            json.WriteStringValue(entry.CorrelationId);
            json.WriteEndArray();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
