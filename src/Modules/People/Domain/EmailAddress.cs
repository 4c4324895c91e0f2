namespace Medway.LocalOffer.People.Domain;

/// <summary>E-mail addresses that look right and are not: letters of another alphabet, line breaks, and the slips that everybody makes.</summary>
internal static class EmailAddress
{
    private const int Longest = 254;
    private const int LongestName = 64;
    private const int LongestLabel = 63;

    private const string NotWhole = "That e-mail address is not whole. Type it like name@example.org";

    /// <summary>Slips in the names of the big mail services and in endings; nobody's real address ends so.</summary>
    private static readonly Dictionary<string, string> Slips = new(StringComparer.Ordinal)
    {
        ["gmial.com"] = "gmail.com",
        ["gmai.com"] = "gmail.com",
        ["gamil.com"] = "gmail.com",
        ["gnail.com"] = "gmail.com",
        ["gmail.co"] = "gmail.com",
        ["gmail.con"] = "gmail.com",
        ["gmail.cm"] = "gmail.com",
        ["gmaill.com"] = "gmail.com",
        ["googlemail.con"] = "googlemail.com",
        ["hotmial.com"] = "hotmail.com",
        ["hotmai.com"] = "hotmail.com",
        ["hotmail.con"] = "hotmail.com",
        ["hotmail.co"] = "hotmail.com",
        ["hotmail.couk"] = "hotmail.co.uk",
        ["outlok.com"] = "outlook.com",
        ["outloo.com"] = "outlook.com",
        ["outlook.con"] = "outlook.com",
        ["yaho.com"] = "yahoo.com",
        ["yahooo.com"] = "yahoo.com",
        ["yahoo.con"] = "yahoo.com",
        ["yahoo.couk"] = "yahoo.co.uk",
        ["iclod.com"] = "icloud.com",
        ["icloud.con"] = "icloud.com",
        ["btinternet.con"] = "btinternet.com",
    };

    public static ContactText Read(string text)
    {
        if (text.Length > Longest)
        {
            return ContactText.Wrong(NotWhole);
        }

        if (text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter)))
        {
            return ContactText.Wrong("An e-mail address has no spaces and stands on one line");
        }

        if (text.Any(letter => !char.IsAscii(letter)))
        {
            return ContactText.Wrong("That e-mail address has a letter that only looks like one of A to Z. Type it by hand, do not paste it");
        }

        if (!IsWhole(text))
        {
            return ContactText.Wrong(NotWhole);
        }

        var domain = text[(text.LastIndexOf('@') + 1)..].ToLowerInvariant();
        var meant = Slips.GetValueOrDefault(domain)
            ?? (domain.EndsWith(".con", StringComparison.Ordinal) ? domain[..^1] + "m" : null)
            ?? (domain.EndsWith(".couk", StringComparison.Ordinal) ? domain[..^4] + "co.uk" : null);
        return meant is null ? ContactText.Right(text) : ContactText.Wrong($"It ends in {domain}. Did you mean {meant}?");
    }

    /// <summary>One look at each letter: no pattern that somebody's text could make go back and try again.</summary>
    private static bool IsWhole(string text) =>
        text.Split('@') is [var name, var domain]
        && name.Length is > 0 and <= LongestName && IsDotted(name) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || ".!#$%&'*+/=?^_`{|}~-".Contains(letter, StringComparison.Ordinal))
        && domain.Split('.') is [_, .., var ending] labels
        && ending.Length is >= 2 and <= 24 && ending.All(char.IsAsciiLetter) && labels.All(IsLabel);

    private static bool IsDotted(string name) => name[0] != '.' && name[^1] != '.' && !name.Contains("..", StringComparison.Ordinal);

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-' && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
