using Medway.LocalOffer.Platform.Protection;

namespace Medway.LocalOffer.People.Domain;

/// <summary>How alike two names are, for a person to look at. It decides nothing: rows are put together by a person's decision only.</summary>
internal static class Likeness
{
    /// <summary>From here on two people with one birth date are worth a look.</summary>
    public const double WorthALook = 0.72;

    /// <summary>1 for the same, 0 for nothing in common: given and family name apart, either way round, as people mix them up.</summary>
    public static double OfNames(string oneGiven, string oneFamily, string otherGiven, string otherFamily) => Math.Max(
        (Of(oneGiven, otherGiven) + Of(oneFamily, otherFamily)) / 2,
        (Of(oneGiven, otherFamily) + Of(oneFamily, otherGiven)) / 2);

    /// <summary>One less the share of letters to change (optimal string alignment: two letters swapped count once).</summary>
    public static double Of(string one, string other)
    {
        var (a, b) = (Plain(one), Plain(other));
        return a.Length == 0 || b.Length == 0 ? 0 : 1 - ((double)Steps(a, b) / Math.Max(a.Length, b.Length));
    }

    /// <summary>Letters only and without accents: O'Brien and OBrien, Zoë and Zoe.</summary>
    private static string Plain(string name) => string.Concat(
        Normalised.Text(name).Normalize(System.Text.NormalizationForm.FormD).Where(letter => char.IsLetter(letter)));

    private static int Steps(string a, string b)
    {
        var steps = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                steps[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1, steps[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)),
                };
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
                }
            }
        }

        return steps[a.Length, b.Length];
    }
}
