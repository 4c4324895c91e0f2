using System.Net.Mail;
using System.Text.RegularExpressions;
using Medway.LocalOffer.Messaging.Contracts;

namespace Medway.LocalOffer.Messaging.Domain;

/// <summary>Addresses that look right and are not: refused before a provider sees them. One message, one recipient.</summary>
internal static partial class SendableTo
{
    private const int LongestMailbox = 254;

    /// <param name="lines">As People hands them out: one for a mailbox or a number, several for a postal address.</param>
    public static bool Is(MessageChannel channel, IReadOnlyList<string> lines) => channel switch
    {
        MessageChannel.Email => IsMailbox(lines[0]),
        MessageChannel.Letter => lines.Count > 1,
        _ => IsMobile(lines[0]),
    };

    public static bool IsMailbox(string text) =>
        text.Length <= LongestMailbox && Mailbox().IsMatch(text) && !text.Contains("..", StringComparison.Ordinal)
        && MailAddress.TryCreate(text, out var parsed) && parsed.Address == text;

    /// <summary>As People hands it out: digits as dialled in the UK, or 00 and the country's code.</summary>
    public static bool IsMobile(string digits) => Mobile().IsMatch(digits);

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-][A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-]{0,63}(?<!\.)@(?:[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9\-]*[A-Za-z0-9]$")]
    private static partial Regex Mailbox();

    [GeneratedRegex(@"^(?:07[0-9]{9}|00[1-9][0-9]{6,14})$")]
    private static partial Regex Mobile();
}
