using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.Platform.Files;
using Medway.LocalOffer.Platform.Protection;

namespace Medway.LocalOffer.CoDesign.Flow;

/// <summary>Parts that the council reads out. It is the council's own voice: nobody's answer is ever recorded.</summary>
internal sealed class Recordings(IFiles files)
{
    /// <summary>In bytes: about five minutes.</summary>
    public const int Largest = 5 * 1024 * 1024;

    public static readonly FileRules Rules = new("codesign.recording", FieldClass.Staff, [FileTypes.Mp3]);

    /// <returns>The whole of it, so that a player can jump in it; null when there is none.</returns>
    public async Task<Recording?> ReadAsync(Part part, CancellationToken cancellationToken)
    {
        if (part.RecordingId is not { } id || await files.FindAsync(Rules.Kind, id, cancellationToken) is not { } file)
        {
            return null;
        }

        using var content = new MemoryStream(file.Size);
        await files.CopyToAsync(file, content, cancellationToken);
        return new Recording(content.ToArray(), file.Type.MediaType);
    }

    /// <summary>Takes the old one away, in the transaction that is open.</summary>
    public async Task RemoveAsync(Part part, CancellationToken cancellationToken)
    {
        if (part.RecordingId is { } old)
        {
            await files.RemoveAsync(Rules.Kind, old, cancellationToken);
        }

        (part.RecordingId, part.Spoken) = (null, null);
    }
}

internal sealed record Recording(byte[] Content, string MediaType);
