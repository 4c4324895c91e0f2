using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Medway.LocalOffer.Platform.Protection;

/// <summary>
/// The one secret of an installation: 32 random bytes in base64, in <c>Protection:MasterKey</c> (environment: <c>Protection__MasterKey</c>) or in
/// the file that <c>Protection:MasterKeyFile</c> names. It never lies in the database or its backups. It only wraps other keys
/// (<see cref="DataKeys"/>), so that it can be replaced without touching what they protect.
/// </summary>
public sealed class MasterKey
{
    private const int Size = 32;

    /// <summary>Fewer different bytes than this among 32 is not chance: a random key has 30 or so.</summary>
    private const int LeastDifferentBytes = 20;

    private readonly byte[] bytes;

    private MasterKey(byte[] bytes) => this.bytes = bytes;

    /// <exception cref="ProtectionException">No key, or one too weak to be trusted; the message says what to do.</exception>
    public static MasterKey Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var text = configuration["Protection:MasterKey"];
        if (string.IsNullOrWhiteSpace(text) && configuration["Protection:MasterKeyFile"] is { Length: > 0 } file)
        {
            text = File.Exists(file) ? File.ReadAllText(file) : throw Refusal($"The file {Path.GetFileName(file)} is not there");
        }

        return string.IsNullOrWhiteSpace(text) ? throw Refusal("There is no master key") : Parse(text);
    }

    /// <summary>Keys that were the master key before (<c>Protection:OldMasterKeys:0</c> and so on): they open what they wrapped until <c>keys rewrap</c> has run.</summary>
    /// <exception cref="ProtectionException">One of them could never have been one.</exception>
    public static IReadOnlyList<MasterKey> ReadOld(IConfiguration configuration) =>
        [.. configuration.GetSection("Protection:OldMasterKeys").GetChildren().Select(key => key.Value).OfType<string>().Where(text => text.Length > 0).Select(Parse)];

    /// <summary>Writes a new key to a file that only its owner can read, unless one is there. Safe for several processes at once.</summary>
    public static void CreateIfMissing(string path)
    {
        if (File.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // Under another name first: nobody may read half a key.
        var unfinished = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(new FileStream(unfinished, options)))
        {
            writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Size)));
        }

        try
        {
            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first, and its key is the one that counts.
            File.Delete(unfinished);
        }
    }

    /// <returns>32 bytes that only this key and this purpose give (HKDF-SHA256, RFC 5869).</returns>
    internal byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, Size, info: System.Text.Encoding.UTF8.GetBytes(purpose));

    private static MasterKey Parse(string text)
    {
        var bytes = new byte[Size + 1];
        if (!Convert.TryFromBase64String(text.Trim(), bytes, out var length) || length != Size)
        {
            throw Refusal("The master key is not 32 bytes in base64");
        }

        return IsWeak(bytes.AsSpan(0, Size)) ? throw Refusal("The master key is too weak") : new MasterKey(bytes[..Size]);
    }

    /// <summary>Repeats itself, counts up or down, or is letters that somebody typed: none of it happens by chance.</summary>
    private static bool IsWeak(ReadOnlySpan<byte> key)
    {
        var different = new HashSet<byte>();
        var steps = new HashSet<byte>();
        var typed = true;
        for (var i = 0; i < key.Length; i++)
        {
            different.Add(key[i]);
            steps.Add((byte)(key[i] - key[(i + 1) % key.Length]));
            typed &= key[i] is >= 0x20 and < 0x7F;
        }

        return typed || different.Count < LeastDifferentBytes || steps.Count < LeastDifferentBytes / 2;
    }

    private static ProtectionException Refusal(string what) => new(
        what + ". Set Protection__MasterKey to the output of 'openssl rand -base64 32', or Protection__MasterKeyFile to a file that holds it, and keep it apart from backups of the database.");
}
