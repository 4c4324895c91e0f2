using System.Text;
using System.Text.RegularExpressions;

namespace Medway.LocalOffer.Platform.Search;

/// <summary>
/// The one normaliser for what is searched and for what is typed. After it a text holds only words and numbers with single spaces between,
/// so PostgreSQL's parser never sees a file path, a minus sixteen or a host name (each bit us: content-and-search §5.3).
/// </summary>
public static partial class SearchText
{
    /// <summary>Longest query that is read; the rest is cut, and the page says so.</summary>
    public const int MaximumQueryLength = 200;

    /// <summary>Longest text of one weight; a vector over 1 MB would be an error in PostgreSQL.</summary>
    private const int MaximumTextLength = 50_000;

    /// <summary>Forms that people write in several ways, brought to one. Keys are already lower case and without punctuation.</summary>
    private static readonly (string Written, string Kept)[] KnownForms =
    [
        (" one to one ", " onetoone "),
        (" 1 to 1 ", " onetoone "),
        (" 1 1 ", " onetoone "),
        (" 1 2 1 ", " onetoone "),
        (" 121 ", " onetoone "),
        (" child minder ", " childminder "),
        (" child minders ", " childminders "),
        (" child minding ", " childminding "),
        (" non verbal ", " nonverbal "),
        (" non speaking ", " nonspeaking "),
        (" post16 ", " post 16 "),
        (" post19 ", " post 19 "),
        (" under5 ", " under 5 "),
        (" under5s ", " under 5s "),
        (" under 5s ", " under 5 "),
        (" under fives ", " under 5 "),
        (" after school ", " afterschool "),
        (" e h c ", " ehc "),
        (" ehc plan ", " ehcp "),
        (" ehc plans ", " ehcp "),
        (" education health and care plan ", " ehcp "),
        (" education health and care plans ", " ehcp "),
        (" special educational needs and disabilities ", " sen "),
        (" special educational needs and disability ", " sen "),
        (" special educational needs ", " sen "),

        // Snowball stems these two to one word; people type "uni" anyway.
        (" university ", " uni "),
        (" universities ", " uni "),
    ];

    public static string Normalise(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        if (text.Length > MaximumTextLength)
        {
            text = text[..MaximumTextLength];
        }

        // In upper case it is the acronym; "send us a letter" is the verb.
        text = Acronym().Replace(text, "sen");

        var words = new StringBuilder(text.Length + 2).Append(' ');
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsLetterOrDigit(character))
            {
                words.Append(char.ToLowerInvariant(character));
            }
            else if (IsApostrophe(character))
            {
                // "Down's" is read as "down", "won't" as "wont".
                if (i + 1 < text.Length && text[i + 1] is 's' or 'S' && (i + 2 == text.Length || !char.IsLetterOrDigit(text[i + 2])))
                {
                    i++;
                }
            }
            else if (words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        if (words[^1] != ' ')
        {
            words.Append(' ');
        }

        foreach (var (written, kept) in KnownForms)
        {
            words.Replace(written, kept);
        }

        return words.ToString().Trim();
    }

    private static bool IsApostrophe(char character) => character is '\'' or '’' or '‘' or 'ʼ' or '`' or '´';

    [GeneratedRegex(@"\bSENDS?\b|\bS\.E\.N\b(\.D\b)?\.?")]
    private static partial Regex Acronym();
}
