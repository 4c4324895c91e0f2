using System.Security.Cryptography;
using Medway.LocalOffer.Platform.Protection;

namespace Medway.LocalOffer.CoDesign.Flow;

/// <summary>A card is four short words of a list of about a thousand: 40 bits. Only a keyed digest is stored, so not even the database's owner can use one.</summary>
internal sealed class Cards(IBlindIndex index)
{
    public const int MaximumTyped = 80;
    private const int WordsOfACard = 4;

    private static readonly string[] All = Load();

    /// <summary>For example <c>otter lemon bridge kite</c>.</summary>
    public static string Make() => string.Join(' ', Enumerable.Range(0, WordsOfACard).Select(_ => All[RandomNumberGenerator.GetInt32(All.Length)]));

    /// <param name="typed">With any signs between the words, in capitals or not.</param>
    public byte[] HashOf(string typed) => index.Of("codesign.card", Normal(typed));

    private static string Normal(string typed) => string.Join(
        ' ', new string([.. typed.ToLowerInvariant().Select(sign => char.IsAsciiLetterLower(sign) ? sign : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string[] Load()
    {
        using var reader = new StreamReader(typeof(Cards).Assembly.GetManifestResourceStream("card-words.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
