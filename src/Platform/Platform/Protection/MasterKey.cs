using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Medway.LocalOffer.Platform.Protection;

/// <summary>
/// The one secret of an installation: 32 random bytes in base64, in <c>Protection:MasterKey</c> (environment: <c>Protection__MasterKey</c>) or in
/// the file that <c>Protection:MasterKeyFile</c> names. It never lies in the database or its backups.
/// </summary>
public sealed class MasterKey
{
    private const int Size = 32;

    /// <summary>Fewer different bytes than this among 32 is not chance: a random key has 30 or so.</summary>
    private const int LeastDifferentBytes = 20;

    private readonly byte[] bytes;

    private MasterKey(byte[] bytes) => this.bytes = bytes;

    /// <exception cref="InvalidOperationException">No key, or one too weak to be trusted; the message says what to do.</exception>
    public static MasterKey Read(IConfiguration configuration)
    {
        var text = configuration["Protection:MasterKey"];
        if (string.IsNullOrWhiteSpace(text) && configuration["Protection:MasterKeyFile"] is { Length: > 0 } file)
        {
            text = File.Exists(file) ? File.ReadAllText(file) : throw Refusal($"The file {Path.GetFileName(file)} is not there");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw Refusal("There is no master key");
        }

        var bytes = new byte[Size + 1];
        if (!Convert.TryFromBase64String(text.Trim(), bytes, out var length) || length != Size)
        {
            throw Refusal("The master key is not 32 bytes in base64");
        }

        return bytes[..Size].Distinct().Count() < LeastDifferentBytes ? throw Refusal("The master key is too weak") : new MasterKey(bytes[..Size]);
    }

    /// <summary>Writes a new key to a file that only its owner can read, unless one is there.</summary>
    public static void CreateIfMissing(string path)
    {
        if (File.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        using var writer = new StreamWriter(stream);
        writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Size)));
    }

    /// <returns>32 bytes that only this key and this purpose give (HKDF-SHA256, RFC 5869).</returns>
    internal byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, Size, info: System.Text.Encoding.UTF8.GetBytes(purpose));

    private static InvalidOperationException Refusal(string what) => new(
        what + ". Set Protection__MasterKey to the output of 'openssl rand -base64 32', or Protection__MasterKeyFile to a file that holds it, and keep it apart from backups of the database.");
}
