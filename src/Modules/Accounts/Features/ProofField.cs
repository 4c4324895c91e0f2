namespace Medway.LocalOffer.Accounts.Features;

/// <summary>What <c>_Proof.cshtml</c> asks for: one of several on a page, so each form has a name of its own.</summary>
/// <param name="HasApp">A code of the app; else the password.</param>
/// <param name="IsRefused">This form was sent, and its error stands here.</param>
internal sealed record ProofField(string Name, string Form, bool HasApp, bool IsRefused);
