using System.Globalization;
using System.Text;

namespace Medway.LocalOffer.Platform.Protection;

/// <summary>One spelling for what people write in several ways, for <see cref="IBlindIndex"/>. Changing it orphans every stored index.</summary>
public static class Normalised
{
    /// <summary>Compatibility forms made one (NFKC), letter case folded, spaces at the ends gone and single within.</summary>
    public static string Text(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);

        // Upper first: it makes one of letters that have two lower forms, as Greek sigma.
        var folded = typed.Normalize(NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant();
        return string.Join(' ', folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormKC);
    }

    /// <summary>An e-mail address without any space. Letter case does not count, on either side of the @.</summary>
    public static string Email(string typed) => Text(typed).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The digits of a phone number as it is dialled in the UK: +44 (0)1634 and 0044 1634 are 01634.</summary>
    public static string Phone(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = typed.Normalize(NormalizationForm.FormKC).Trim();
        var digits = string.Concat(text.Where(char.IsDigit).Select(digit => CharUnicodeInfo.GetDecimalDigitValue(digit).ToString(CultureInfo.InvariantCulture)));
        var abroad = text.StartsWith('+') ? digits : digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : null;
        return abroad switch
        {
            null => digits,
            _ when abroad.StartsWith("44", StringComparison.Ordinal) => "0" + abroad[2..].TrimStart('0'),
            _ => "00" + abroad,
        };
    }
}
