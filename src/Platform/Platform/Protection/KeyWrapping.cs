using System.Security.Cryptography;
using System.Text;

namespace Medway.LocalOffer.Platform.Protection;

/// <summary>Wraps data keys under the master key, and opens them with it or with one that it replaced.</summary>
internal sealed class KeyWrapping(MasterKey master, IReadOnlyList<MasterKey> old)
{
    public byte[] Wrap(KeyUse use, byte[] key) => Sealing.Seal(master.Derive(Purpose(use)), 0, Place(use), key);

    /// <exception cref="ProtectionException">No master key of this host opens it.</exception>
    public byte[] Unwrap(KeyUse use, int number, byte[] wrapped)
    {
        CryptographicException? failure = null;
        foreach (var candidate in (MasterKey[])[master, .. old])
        {
            try
            {
                return Sealing.Open(candidate.Derive(Purpose(use)), Place(use), wrapped);
            }
            catch (CryptographicException exception)
            {
                failure = exception;
            }
        }

        throw new ProtectionException(
            $"Data key {number} does not open with this master key: it is not the one that this database was written with. Set the right one in Protection__MasterKey, or the one before it in Protection__OldMasterKeys__0.",
            failure!);
    }

    private static string Purpose(KeyUse use) => "wrap:" + NameOf(use);

    private static byte[] Place(KeyUse use) => Encoding.UTF8.GetBytes("platform.data_keys." + NameOf(use));

    private static string NameOf(KeyUse use) => use.ToString().ToLowerInvariant();
}
