using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>32 random bytes in a cookie, of which only the digest is stored.</summary>
internal static class BrowserKey
{
    private const int Bytes = 32;

    public static (string Key, byte[] Digest) New()
    {
        var key = RandomNumberGenerator.GetBytes(Bytes);
        return (Base64Url.EncodeToString(key), SHA256.HashData(key));
    }

    /// <returns>Null for whatever we cannot have made.</returns>
    public static byte[]? DigestOf(string? key)
    {
        var bytes = new byte[Bytes];
        return key is { Length: > 0 and < 100 } && Base64Url.DecodeFromChars(key, bytes, out _, out var length) == OperationStatus.Done && length == Bytes
            ? SHA256.HashData(bytes)
            : null;
    }

    /// <summary>Gone when the browser closes; when it ends before that is the database's business.</summary>
    public static CookieOptions Cookie() => new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
