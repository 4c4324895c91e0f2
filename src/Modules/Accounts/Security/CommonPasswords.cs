using System.IO.Compression;
using Medway.LocalOffer.Platform.Seeding;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>Passwords that everybody tries first. Read once, when the first password is chosen.</summary>
internal sealed class CommonPasswords(SeedFiles files)
{
    private readonly Lazy<HashSet<string>> words = new(() => Read(files));

    /// <summary>Also when the password is only such a word with digits or signs round it, or the word again and again.</summary>
    public bool Has(string password)
    {
        var bare = password.ToLowerInvariant();
        var core = bare.Trim([.. bare.Where(character => !char.IsLetter(character)).Distinct()]);
        return words.Value.Contains(bare) || words.Value.Contains(core) || Repeated(bare) is { } once && (once.Length < 3 || words.Value.Contains(once));
    }

    /// <summary>The shortest part that gives the whole when it is repeated.</summary>
    private static string? Repeated(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && text.AsSpan(length).SequenceEqual(text.AsSpan(0, text.Length - length)))
            {
                return text[..length];
            }
        }

        return null;
    }

    private static HashSet<string> Read(SeedFiles files)
    {
        using var file = File.OpenRead(files.PathOf(SeedSet.Reference, "accounts/common-passwords.txt.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
