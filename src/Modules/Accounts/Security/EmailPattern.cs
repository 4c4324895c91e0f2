using System.Text.RegularExpressions;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>What an e-mail address looks like, for staff who are invited and for families who ask.</summary>
internal static partial class EmailPattern
{
    /// <summary>Plain letters only: a sign-in name that looks like another one is no use to anybody honest.</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}\z", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Email();

    public static bool Fits(string text) => Email().IsMatch(text);
}
