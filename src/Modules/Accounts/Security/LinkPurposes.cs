namespace Medway.LocalOffer.Accounts.Security;

/// <summary>What a link of this module is for, and which page its button leads to.</summary>
internal static class LinkPurposes
{
    /// <summary>The first password.</summary>
    public const string Invitation = "accounts.invitation";

    /// <summary>A new password; second factors stay.</summary>
    public const string NewPassword = "accounts.new-password";

    /// <summary>A new password, and second factors are taken away: for a lost phone without recovery codes.</summary>
    public const string StartAgain = "accounts.start-again";

    /// <summary>A person of a family: its button sends a code, and what is typed then opens <c>/my</c>.</summary>
    public const string FamilyInvitation = "accounts.family-invitation";

    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public static bool IsForPassword(string purpose) => purpose is Invitation or NewPassword or StartAgain;

    /// <summary>The page behind the button; null for a purpose that is not ours.</summary>
    public static string? Page(string purpose, string token) =>
        IsForPassword(purpose) ? $"/link/{token}/password" : purpose == FamilyInvitation ? FamilyDoor.TypeCode : null;
}
