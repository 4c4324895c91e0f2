using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Medway.LocalOffer.Audit.Data;
using Microsoft.Extensions.Configuration;

namespace Medway.LocalOffer.Audit.Sealing;

/// <summary>What is written down of a seal outside the database. Ids and hashes only.</summary>
internal sealed record AnchorLine(long Number, DateOnly Day, DateTimeOffset SealedAt, int Entries, long Total, Guid FirstEntry, Guid LastEntry, string Hash)
{
    public static AnchorLine Of(Seal seal) => new(
        seal.Number, seal.Day, seal.SealedAt, seal.Entries, seal.Total, seal.FirstEntry, seal.LastEntry, Convert.ToHexStringLower(seal.Hash));
}

/// <summary>
/// A file to which every new seal is added (<c>Audit:AnchorFile</c>), so that whoever cuts the newest seals together with their entries out of the
/// database is found out. An operator copies it to another machine, or makes it append-only.
/// </summary>
internal sealed class AnchorFile(IConfiguration configuration)
{
    /// <summary>Null when none is configured: then the log alone says what the newest seal was.</summary>
    public string? Path { get; } = configuration["Audit:AnchorFile"] is { Length: > 0 } path ? System.IO.Path.GetFullPath(path) : null;

    public async Task AppendAsync(Seal seal, CancellationToken cancellationToken)
    {
        if (Path is null)
        {
            return;
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        await using var stream = new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.Read);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(AnchorLine.Of(seal), JsonSerializerOptions.Web) + "\n"), cancellationToken);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>One line after the other; null for one that cannot be read.</summary>
    public async IAsyncEnumerable<AnchorLine?> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!File.Exists(Path))
        {
            yield break;
        }

        await foreach (var line in File.ReadLinesAsync(Path, cancellationToken))
        {
            yield return Parse(line);
        }
    }

    private static AnchorLine? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<AnchorLine>(line, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
