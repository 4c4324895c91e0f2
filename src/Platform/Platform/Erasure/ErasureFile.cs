using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Medway.LocalOffer.Platform.Erasure;

/// <summary>One row of the ledger as it is written down outside the database.</summary>
internal sealed record ErasureLine(Guid Id, Guid PersonId, string? Fingerprint, DateTimeOffset ErasedAt)
{
    public static ErasureLine Of(ErasedPerson erased) =>
        new(erased.Id, erased.PersonId, erased.Fingerprint is { } print ? Convert.ToHexStringLower(print) : null, erased.ErasedAt);

    public ErasedPerson ToRow() =>
        new() { Id = Id, PersonId = PersonId, Fingerprint = Fingerprint is { } print ? Convert.FromHexString(print) : null, ErasedAt = ErasedAt };
}

/// <summary>The ledger of erasures as a file: one JSON object a line, only ever added to.</summary>
internal static class ErasureFile
{
    /// <summary>Its name in a folder of backups.</summary>
    public const string NameBesideBackups = "erasures.jsonl";

    /// <summary>Adds those that it does not hold yet.</summary>
    public static async Task AppendMissingAsync(string path, IReadOnlyList<ErasureLine> all, CancellationToken cancellationToken)
    {
        var known = File.Exists(path) ? (await ReadAsync(path, cancellationToken)).Select(line => line.Id).ToHashSet() : [];
        var missing = all.Where(line => !known.Contains(line.Id)).ToList();
        if (missing.Count == 0 && File.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        foreach (var line in missing)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line, JsonSerializerOptions.Web) + "\n"), cancellationToken);
        }

        stream.Flush(flushToDisk: true);
    }

    /// <exception cref="InvalidDataException">A line cannot be read: nobody may be forgotten over it. The message says which.</exception>
    public static async Task<IReadOnlyList<ErasureLine>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        List<ErasureLine> lines = [];
        foreach (var text in await File.ReadAllLinesAsync(path, cancellationToken))
        {
            lines.Add(Parse(text) ?? throw new InvalidDataException(
                string.Create(CultureInfo.InvariantCulture, $"Line {lines.Count + 1} of the list of erasures {Path.GetFileName(path)} cannot be read. Bring a whole copy of that list.")));
        }

        return lines;
    }

    private static ErasureLine? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ErasureLine>(text, JsonSerializerOptions.Web) is { } line && line.Id != Guid.Empty && line.PersonId != Guid.Empty ? line : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
