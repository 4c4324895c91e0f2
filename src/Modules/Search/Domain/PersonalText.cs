using System.Text.RegularExpressions;

namespace Medway.LocalOffer.Search.Domain;

/// <summary>Finds what could reach or pick out a person in a text that others may read, and says so to whoever typed it.</summary>
internal static partial class PersonalText
{
    /// <returns>What to take out, in words; null when nothing was found.</returns>
    public static string? Problem(string text) =>
        Email().IsMatch(text) ? "Take out the e-mail address. Others can read this"
        : Web().IsMatch(text) ? "Take out the web address. Choose services from this site instead"
        : Figures().IsMatch(text) ? "Take out the long number. It looks like a phone number, a date of birth or an NHS number, and others can read this"
        : Gazetteer.OutwardOfFullPostcode(text) is not null ? "Take out the postcode. Others can read this. A town is fine"
        : null;

    [GeneratedRegex(@"\S@\S|\bat\s+(gmail|hotmail|outlook|yahoo)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"https?:|www\.|\w\.(com|co\.uk|org|net|info|uk)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Web();

    [GeneratedRegex(@"(?:\d[\s./()-]{0,2}){6,}")]
    private static partial Regex Figures();
}
