using Medway.LocalOffer.Accounts.Security;

namespace Medway.LocalOffer.Accounts.Features;

/// <summary>What <c>_Passkey.cshtml</c> asks for.</summary>
/// <param name="Kind"><c>new</c> or <c>get</c>.</param>
/// <param name="Words">On the button.</param>
internal sealed record PasskeyForm(string Kind, string Action, string Words, PasskeyOffer Offer, ProofField? Proof = null);
