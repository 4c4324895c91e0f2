using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>Codes of an authenticator app: RFC 6238 with what every app supports, SHA-1, 30 seconds, six digits.</summary>
internal static class Totp
{
    private const int KeyBytes = 20;
    private const int StepSeconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A phone's clock may be half a minute off.</summary>
    private const int StepsOff = 1;

    public static string NewKey() => ToBase32(RandomNumberGenerator.GetBytes(KeyBytes));

    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    public static string CodeAt(string key, DateTimeOffset instant) => Code(FromBase32(key), StepAt(instant));

    /// <returns>The time step that the code belongs to; null when it is wrong.</returns>
    public static long? StepOf(string key, string code, DateTimeOffset now)
    {
        var bytes = FromBase32(key);
        long? found = null;
        for (var step = StepAt(now) - StepsOff; step <= StepAt(now) + StepsOff; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(bytes, step)), System.Text.Encoding.ASCII.GetBytes(code)))
            {
                found = step;
            }
        }

        return found;
    }

    // SHA-1 is what authenticator apps speak; a keyed digest does not suffer from its collisions.
#pragma warning disable CA5350
    private static string Code(byte[] key, long step)
    {
        Span<byte> message = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(message, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, message, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0x0F)..]) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
#pragma warning restore CA5350

    private static string ToBase32(byte[] bytes) => string.Concat(
        Enumerable.Range(0, bytes.Length * 8 / 5).Select(at => Base32[Bits(bytes, at * 5)]));

    private static int Bits(byte[] bytes, int from) =>
        Enumerable.Range(from, 5).Aggregate(0, (value, bit) => (value << 1) | ((bytes[bit / 8] >> (7 - (bit % 8))) & 1));

    private static byte[] FromBase32(string text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] |= (byte)(((Base32.IndexOf(text[bit / 5], StringComparison.Ordinal) >> (4 - (bit % 5))) & 1) << (7 - (bit % 8)));
        }

        return bytes;
    }
}
