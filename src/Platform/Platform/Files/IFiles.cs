using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Protection;

namespace Medway.LocalOffer.Platform.Files;

/// <summary>What a module says about a file that it takes.</summary>
/// <param name="Kind"><c>module.thing</c>, for example <c>content.image</c>: only who asks for this kind gets the file again.</param>
/// <param name="Class">How much harm it can do in the wrong hands. Public: the public site may read it. Personal, Special and Safety are encrypted.</param>
/// <param name="Types">Media types that are taken, from <see cref="FileTypes"/>.</param>
public sealed record FileRules(string Kind, FieldClass Class, IReadOnlyList<FileType> Types);

/// <summary>A stored file without its content.</summary>
/// <param name="Name">As whoever sent it called it, without folders. It may be a person's name: never in a log or an address.</param>
/// <param name="Type">What its bytes are, whatever its name said.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">32 bytes.</param>
/// <param name="ScannedAt">When a scanner found nothing harmful; null when none is set up.</param>
public sealed record FileDetails(
    Guid Id, string Kind, FieldClass Class, string Name, FileType Type, int Size, IReadOnlyList<byte> Sha256, DateTimeOffset? ScannedAt, DateTimeOffset CreatedAt);

/// <summary>
/// Keeps files in the database, so that backup, erasure, two hosts and encryption need nothing more. The module that owns a file keeps its id
/// and serves it from an endpoint of its own with a permission; nothing else hands it out.
/// </summary>
public interface IFiles
{
    /// <summary>Bytes in a file, at most: 20 MB.</summary>
    const int LargestFile = 20 * 1024 * 1024;

    /// <summary>Letters in a kind, at most.</summary>
    const int LongestKind = 100;

    /// <summary>Letters that are kept of a name.</summary>
    const int LongestName = 200;

    /// <summary>
    /// Looks at a file and keeps it, in the transaction that is open. Needs the private login.
    /// </summary>
    /// <param name="rules">Whose it is and what is taken.</param>
    /// <param name="name">As whoever sent it called it.</param>
    /// <param name="content">One that can seek, as an upload's can; read to its end, not disposed of.</param>
    /// <returns>
    /// Invalid, on the field <c>File</c> and in words for whoever sent it: empty, too large, of a type that is not taken, harmful, or not
    /// scanned because the scanner does not answer.
    /// </returns>
    Task<Outcome<FileDetails>> AddAsync(FileRules rules, string name, Stream content, CancellationToken cancellationToken);

    /// <summary>Null when there is none of this kind with this id, or when it is not public and the scope uses the public login.</summary>
    Task<FileDetails?> FindAsync(string kind, Guid id, CancellationToken cancellationToken);

    /// <summary>Writes the content, piece by piece.</summary>
    /// <exception cref="InvalidDataException">What is stored is not what was added; nothing of the broken piece is written.</exception>
    Task CopyToAsync(FileDetails file, Stream destination, CancellationToken cancellationToken);

    /// <summary>Removes it for good, in the transaction that is open.</summary>
    /// <returns>Whether it was there.</returns>
    Task<bool> RemoveAsync(string kind, Guid id, CancellationToken cancellationToken);
}
