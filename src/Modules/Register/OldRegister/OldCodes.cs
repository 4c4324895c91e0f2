using System.Security.Cryptography;
using System.Text;
using Medway.LocalOffer.Platform.Protection;

namespace Medway.LocalOffer.Register.OldRegister;

/// <summary>The code in a letter to a family on the old register. Only its digest is kept.</summary>
internal sealed class OldCodes(IKeyedDigests digests)
{
    public const int MaximumTyped = 40;

    /// <summary>No vowels and nothing that looks like another sign. Twelve of them cannot be guessed.</summary>
    private const string Signs = "2346789CDFGHJKMNPQRTVWX";
    private const int Length = 12;
    private const int Group = 4;

    /// <returns>As it stands in the letter.</returns>
    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Signs, Length).Chunk(Group).Select(signs => new string(signs)));

    public byte[] DigestOf(string typed) =>
        digests.Of("register-old-letter", Encoding.UTF8.GetBytes(string.Concat((typed ?? "").ToUpperInvariant().Where(char.IsLetterOrDigit))));
}
