namespace Medway.LocalOffer.Accounts.Features;

/// <summary>What <c>_Password.cshtml</c> asks for.</summary>
/// <param name="Autocomplete"><c>current-password</c> or <c>new-password</c>.</param>
internal sealed record PasswordField(string Name, string Label, string Autocomplete, string? Hint = null);
