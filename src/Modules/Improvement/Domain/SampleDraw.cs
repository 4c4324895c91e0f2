using System.Security.Cryptography;
using System.Text;

namespace Medway.LocalOffer.Improvement.Domain;

/// <summary>
/// A sample that anybody who has the list can draw again: each id is hashed together with the published seed, and the smallest hashes are the sample.
/// No seed favours an id, and the order of the list does not matter.
/// </summary>
internal static class SampleDraw
{
    /// <param name="seed">Published with the draw.</param>
    /// <param name="ids">Each once.</param>
    /// <param name="size">All of them when there are fewer.</param>
    /// <returns>In the order in which they were drawn.</returns>
    public static IReadOnlyList<Guid> Of(string seed, IEnumerable<Guid> ids, int size) =>
        [.. ids.Select(id => (Id: id, Hash: Hash($"{seed}:{id:D}"))).OrderBy(one => one.Hash, StringComparer.Ordinal).Take(size).Select(one => one.Id)];

    /// <summary>What the list was, in one line: two people who hash the same list have the same.</summary>
    public static string DigestOf(IEnumerable<Guid> ids) => Hash(string.Join('\n', ids.Select(id => $"{id:D}").Order(StringComparer.Ordinal)));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
