namespace Medway.LocalOffer.Improvement.Domain;

/// <summary>
/// The lead roles of an action. The paper sets some apart with a slash or a bar and runs others together; what it runs together stays one role here, as
/// every word of the paper stays.
/// </summary>
internal static class LeadRoles
{
    private static readonly char[] Between = ['/', '|'];

    public static IReadOnlyList<string> Of(string leads) =>
        [.. leads.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
