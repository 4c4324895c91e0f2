using System.Security.Cryptography;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Files;

/// <inheritdoc cref="IFiles"/>
internal sealed class DatabaseFiles(PlatformDbContext context, IEnumerable<IFileScanner> scanners, TimeProvider clock) : IFiles
{
    private const string Field = "File";

    public async Task<Outcome<FileDetails>> AddAsync(FileRules rules, string name, Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length == 0)
        {
            return Outcome.Invalid(Field, "This file is empty. Choose another one");
        }

        if (content.Length > IFiles.LargestFile)
        {
            return Outcome.Invalid(Field, $"This file is too large. {IFiles.LargestFile / 1024 / 1024} MB is the most we can take");
        }

        if (FileTypes.Sniff(content) is not { } type || !rules.Types.Contains(type))
        {
            return Outcome.Invalid(Field, $"We cannot take this kind of file. Choose one of these: {string.Join(", ", rules.Types.Select(taken => taken.Words))}");
        }

        foreach (var scanner in scanners)
        {
            var result = await scanner.ScanAsync(content, cancellationToken);
            content.Position = 0;
            switch (result)
            {
                case ScanResult.Harmful:
                    return Outcome.Invalid(Field, "Our safety check found something harmful in this file, so we did not keep it. Check your device, or choose another file");
                case not ScanResult.Clean:
                    return Outcome.Invalid(Field, "We cannot check files for safety right now, so we did not keep it. Try again in a few minutes");
            }
        }

        return await KeepAsync(rules, NameOf(name, type), type, content, cancellationToken);
    }

    public async Task<FileDetails?> FindAsync(string kind, Guid id, CancellationToken cancellationToken) =>
        await context.Files.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id && file.Kind == kind, cancellationToken) is { } file ? Details(file) : null;

    public async Task CopyToAsync(FileDetails file, Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(destination);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = 0;
        var chunks = context.FileChunks.AsNoTracking().Where(chunk => chunk.FileId == file.Id).OrderBy(chunk => chunk.Number).AsAsyncEnumerable();
        await foreach (var chunk in chunks.WithCancellation(cancellationToken))
        {
            var content = chunk.Content;
            digest.AppendData(content);
            size += content.Length;

            // The last piece leaves only when all of them together are what was added.
            if (size >= file.Size && (size > file.Size || !digest.GetCurrentHash().SequenceEqual(file.Sha256)))
            {
                throw new InvalidDataException($"File {file.Id} is not what was added.");
            }

            await destination.WriteAsync(content, cancellationToken);
        }

        if (size < file.Size)
        {
            throw new InvalidDataException($"A part of file {file.Id} is missing.");
        }
    }

    public async Task<bool> RemoveAsync(string kind, Guid id, CancellationToken cancellationToken) =>
        await context.Files.Where(file => file.Id == id && file.Kind == kind).ExecuteDeleteAsync(cancellationToken) > 0;

    private async Task<FileDetails> KeepAsync(FileRules rules, string name, FileType type, Stream content, CancellationToken cancellationToken)
    {
        using var transaction = OneTransaction.Begin();
        var now = clock.GetUtcNow();
        var file = new StoredFile
        {
            Id = Guid.CreateVersion7(now),
            Kind = rules.Kind,
            Class = rules.Class,
            Name = name,
            MediaType = type.MediaType,
            Size = checked((int)content.Length),
            Sha256 = await SHA256.HashDataAsync(content, cancellationToken),
            ScannedAt = scanners.Any() ? now : null,
            CreatedAt = now,
        };
        context.Add(file);
        await context.SaveChangesAsync(cancellationToken);

        content.Position = 0;
        for (var number = 0; content.Position < content.Length; number++)
        {
            var piece = new byte[Math.Min(FileChunk.Size, content.Length - content.Position)];
            await content.ReadExactlyAsync(piece, cancellationToken);
            var chunk = FileChunk.Of(file.Id, number, rules.Class, piece);
            context.Add(chunk);
            await context.SaveChangesAsync(cancellationToken);

            // Or the context would hold the whole file in the end.
            context.Entry(chunk).State = EntityState.Detached;
        }

        transaction.Complete();
        return Details(file);
    }

    /// <summary>Without folders and signs that cannot be seen, and with the ending of what it is: "photo.exe" that is a picture becomes "photo.exe.jpg".</summary>
    private static string NameOf(string name, FileType type)
    {
        var bare = new string([.. name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(letter => !char.IsControl(letter) && letter is not ('"' or '<' or '>' or ':' or '|' or '?' or '*'))]).Trim();
        if (bare.Length == 0)
        {
            bare = "file";
        }

        var ending = bare.EndsWith(type.Extension, StringComparison.OrdinalIgnoreCase) || (type == FileTypes.Jpeg && bare.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase))
            ? ""
            : type.Extension;
        return bare.Length + ending.Length <= IFiles.LongestName ? bare + ending : bare[..(IFiles.LongestName - type.Extension.Length)] + type.Extension;
    }

    private static FileDetails Details(StoredFile file) => new(
        file.Id,
        file.Kind,
        file.Class,
        file.Name,
        FileTypes.All.First(type => type.MediaType == file.MediaType),
        file.Size,
        file.Sha256,
        file.ScannedAt,
        file.CreatedAt);
}
