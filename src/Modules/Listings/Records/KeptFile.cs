using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Imports;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Records;

/// <summary>The content of a long file between the request that brings it and the job that loads it, perhaps on another host.</summary>
internal sealed class KeptFile : IDisposable
{
    private const int PartsAtOnce = 64;

    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private KeptFile()
    {
    }

    public static async Task KeepAsync(ListingsDbContext context, Guid loadId, ImportFile file, CancellationToken cancellationToken)
    {
        await using var stream = file.Open();
        var piece = new byte[FileLoadPart.Size];
        List<FileLoadPart> parts = [];
        for (var number = 0; ; number++)
        {
            var read = await stream.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellationToken);
            if (read > 0)
            {
                parts.Add(new FileLoadPart { LoadId = loadId, Number = number, Content = piece[..read] });
            }

            var isLast = read < piece.Length;
            if (isLast || parts.Count == PartsAtOnce)
            {
                await context.CopyAsync(parts, cancellationToken);
                parts.Clear();
            }

            if (isLast)
            {
                return;
            }
        }
    }

    /// <summary>A copy that may be read from its beginning as often as the import likes. It is gone when this is disposed of.</summary>
    public static async Task<KeptFile> OfAsync(ListingsDbContext context, Guid loadId, CancellationToken cancellationToken)
    {
        var kept = new KeptFile();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var copy = new FileStream(kept.path, options);
        await foreach (var part in context.FileLoadParts.AsNoTracking().Where(part => part.LoadId == loadId).OrderBy(part => part.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            await copy.WriteAsync(part.Content, cancellationToken);
        }

        return kept;
    }

    public Stream Open() => File.OpenRead(path);

    public void Dispose() => File.Delete(path);
}
