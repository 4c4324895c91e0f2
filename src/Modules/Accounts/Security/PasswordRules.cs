namespace Medway.LocalOffer.Accounts.Security;

/// <summary>Long, not among those that everybody tries, not the sign-in name. Nothing about capitals, digits or signs.</summary>
internal sealed class PasswordRules(CommonPasswords common)
{
    public const int Shortest = 12;
    public const int Longest = 200;

    /// <summary>A part of a name as short as this stands in many words by chance.</summary>
    private const int ShortestName = 4;

    /// <returns>What to do about it, in words for whoever chose it; null when it will do.</returns>
    public string? Problem(string? password, string signInName)
    {
        if (password is null || password.Length < Shortest)
        {
            return $"Choose a password of {Shortest} characters or more. Three or four words with spaces are good";
        }

        if (password.Length > Longest)
        {
            return $"Choose a password of {Longest} characters or fewer";
        }

        if (common.Has(password))
        {
            return "That password is on a list that attackers try first. Choose another one";
        }

        var names = signInName.Split('@', '.', '-', '_').Append(signInName).Where(name => name.Length >= ShortestName);
        return names.Any(name => password.Contains(name, StringComparison.OrdinalIgnoreCase))
            ? "Choose a password that does not hold your e-mail address or a part of it"
            : null;
    }
}
