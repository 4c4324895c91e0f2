using System.Text.RegularExpressions;

namespace Medway.LocalOffer.Listings.Domain;

/// <summary>
/// Short forms that stand in what providers and sources wrote. A page that shows one says once, near the top, what it means.
/// </summary>
internal static partial class HardWords
{
    /// <summary>The longer form first: who is told what SENDIASS means is not told what SEND means as well.</summary>
    private static readonly IReadOnlyList<(Regex Written, string Meaning)> All =
    [
        (Sendiass(), "SENDIASS means SEND Information, Advice and Support Service. SEND means special educational needs and disabilities."),
        (Send(), "SEND means special educational needs and disabilities."),
        (Sen(), "SEN means special educational needs."),
        (EhcPlan(), "An EHC plan is a legal plan for extra help. EHC means education, health and care."),
        (Senco(), "A SENCO is the teacher who plans extra help in a school."),
        (Dla(), "DLA means Disability Living Allowance: money for a disabled child."),
        (Pip(), "PIP means Personal Independence Payment: money for a disabled person from age 16."),
        (DirectPayment(), "A direct payment is money from the council, so that you can buy care yourself."),
    ];

    public static IReadOnlyList<string> In(params IEnumerable<string?> texts)
    {
        var all = string.Join(' ', texts);
        List<string> meanings = [];
        foreach (var (written, meaning) in All)
        {
            if (written.IsMatch(all) && !meanings.Exists(said => said.Contains(meaning, StringComparison.Ordinal)))
            {
                meanings.Add(meaning);
            }
        }

        return meanings;
    }

    [GeneratedRegex(@"\bSENDIASS\b")]
    private static partial Regex Sendiass();

    [GeneratedRegex(@"\bSEND\b")]
    private static partial Regex Send();

    [GeneratedRegex(@"\bSEN\b")]
    private static partial Regex Sen();

    [GeneratedRegex(@"\b(EHC|EHCPs?)\b")]
    private static partial Regex EhcPlan();

    [GeneratedRegex(@"\bSENCOs?\b")]
    private static partial Regex Senco();

    [GeneratedRegex(@"\bDLA\b")]
    private static partial Regex Dla();

    [GeneratedRegex(@"\bPIP\b")]
    private static partial Regex Pip();

    [GeneratedRegex(@"\bdirect payments?\b", RegexOptions.IgnoreCase)]
    private static partial Regex DirectPayment();
}
