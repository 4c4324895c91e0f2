using System.Text;

namespace Medway.LocalOffer.Messaging.Domain;

/// <summary>How many parts a text message takes (3GPP TS 23.038): 160 letters of the plain alphabet, or 70 when one letter is not in it.</summary>
internal static class SmsText
{
    /// <summary>More than this costs too much and comes apart on old phones.</summary>
    public const int MostSegments = 3;

    private const string Plain =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// <summary>In the plain alphabet too, and as long as two.</summary>
    private const string Double = "\f^{}\\[~]|€";

    public static int Segments(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isPlain = text.All(letter => Plain.Contains(letter, StringComparison.Ordinal) || Double.Contains(letter, StringComparison.Ordinal));
        var (single, joined) = isPlain ? (160, 153) : (70, 67);
        var length = isPlain ? text.Length + text.Count(letter => Double.Contains(letter, StringComparison.Ordinal)) : text.Length;
        return length <= single ? 1 : (length + joined - 1) / joined;
    }

    /// <summary>Quotation marks and dashes as word processors make them cost a message its plain alphabet for nothing.</summary>
    public static string Plainer(string text) => new StringBuilder(text)
        .Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"').Replace('–', '-').Replace('—', '-').Replace(' ', ' ').ToString();
}
