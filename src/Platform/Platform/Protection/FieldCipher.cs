using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Medway.LocalOffer.Platform.Protection;

/// <summary>Encrypts and decrypts with this host's data keys.</summary>
internal sealed class FieldCipher(DataKeys keys)
{
    /// <param name="use">Which key.</param>
    /// <param name="place">Where it will be stored, for example <c>people.persons.email</c>: it opens nowhere else.</param>
    /// <param name="plain">What nobody may read.</param>
    public byte[] Encrypt(KeyUse use, string place, ReadOnlySpan<byte> plain)
    {
        var key = keys.Current(use);
        return Sealing.Seal(key.Bytes, key.Number, Encoding.UTF8.GetBytes(place), plain);
    }

    /// <inheritdoc cref="Encrypt"/>
    /// <exception cref="ProtectionException">The key is missing, or this is not what was stored here.</exception>
    public byte[] Decrypt(KeyUse use, string place, ReadOnlySpan<byte> stored)
    {
        if (Sealing.KeyNumberOf(stored) is not { } number)
        {
            throw new ProtectionException($"A value of {place} is not encrypted as it should be.");
        }

        var key = keys.Find(use, number) ?? throw new ProtectionException($"A value of {place} needs data key {number}, which is not there.");
        try
        {
            return Sealing.Open(key.Bytes, Encoding.UTF8.GetBytes(place), stored);
        }
        catch (CryptographicException exception)
        {
            throw new ProtectionException($"A value of {place} was changed outside the product, or comes from another place.", exception);
        }
    }
}

/// <summary>One encrypted column: turns its values into what is stored and back.</summary>
internal sealed class EncryptedField(FieldCipher cipher, KeyUse use, string place)
{
    /// <summary>Values are filled up to a multiple of this, so that their length does not tell "yes" from "no", or one need from another.</summary>
    private const int Step = 64;

    /// <summary>Ends the value; what follows only fills up (ISO/IEC 7816-4).</summary>
    private const byte End = 0x80;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Default) { Converters = { new JsonStringEnumConverter() } };

    public byte[] SealText(string text) => Seal(Encoding.UTF8.GetBytes(text));

    public string OpenText(byte[] stored) => Encoding.UTF8.GetString(Open(stored));

    public byte[] SealValue<T>(T value) => Seal(JsonSerializer.SerializeToUtf8Bytes(value, Json));

    public T OpenValue<T>(byte[] stored) => JsonSerializer.Deserialize<T>(Open(stored), Json)!;

    public byte[] Seal(byte[] plain)
    {
        var filled = new byte[((plain.Length / Step) + 1) * Step];
        plain.CopyTo(filled, 0);
        filled[plain.Length] = End;
        return cipher.Encrypt(use, place, filled);
    }

    public byte[] Open(byte[] stored)
    {
        var filled = cipher.Decrypt(use, place, stored);
        return filled[..Array.LastIndexOf(filled, End)];
    }
}
