using System.Text.RegularExpressions;
using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Search.Domain;

/// <summary>
/// Which searches may be counted by their words. A search may hold a child's name: whatever could name or reach a person is dropped before
/// it is counted, and nothing says that it was there.
/// </summary>
/// <param name="names">Given names and common surnames, normalised.</param>
internal sealed partial class KeptWords(IReadOnlySet<string> names)
{
    /// <summary>More words are a sentence about somebody.</summary>
    private const int MostWords = 8;

    /// <summary>Words that we have never seen may be anybody's name; one or two are a wish.</summary>
    private const int MostUnknown = 2;

    private static readonly string[] Introductions =
        [" called ", " named ", " name ", " names ", " mr ", " mrs ", " miss ", " ms ", " dr ", " sir ", " mister ", " road ", " street ", " avenue ", " lane ", " close ", " drive "];

    /// <param name="typed">As it was typed.</param>
    /// <param name="isKnown">Whether a word stands in an entry, or in a synonym.</param>
    /// <returns>The normalised words; null when they must not be kept.</returns>
    public string? Of(string typed, Func<string, bool> isKnown)
    {
        if (typed.Length > SearchText.MaximumQueryLength || Reach().IsMatch(typed) || Gazetteer.OutwardOfFullPostcode(typed) is not null)
        {
            return null;
        }

        var text = SearchText.Normalise(typed);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > MostWords || text.Length > SearchText.MaximumQueryLength || Introductions.Any($" {text} ".Contains) || Crisis.IsMentionedIn(typed))
        {
            return null;
        }

        var unknown = words.Where(word => !isKnown(word) && !SmallWords.IsWrapping(word) && !SmallWords.IsWeak(word)).ToList();
        return unknown.Count > MostUnknown || unknown.Exists(names.Contains) ? null : text;
    }

    /// <summary>An e-mail address, a web address, or so many figures that they are a phone, an NHS number or a date of birth.</summary>
    [GeneratedRegex(@"@|https?:|www\.|(?:\d\D{0,2}){5,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reach();
}
