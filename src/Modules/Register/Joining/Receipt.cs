using System.Text.Json;
using Medway.LocalOffer.Register.Domain;

namespace Medway.LocalOffer.Register.Joining;

/// <summary>What a family takes home: what they asked for and what they agreed to, for people and for machines (after ISO/IEC TS 27560).</summary>
/// <param name="Schema">Names the form of this file.</param>
/// <param name="Reference">Of the entry. No name and no need stands in a receipt.</param>
/// <param name="Controller">Who answers for the data.</param>
/// <param name="Basis">On what holding the entry itself rests.</param>
internal sealed record Receipt(
    string Schema, string Reference, DateTimeOffset ReceivedAt, DateOnly AnswerBy, string Controller, string Basis, string HowToWithdraw, IReadOnlyList<ReceiptLine> Consents)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { WriteIndented = true };

    public const string CurrentSchema = "medway-local-offer/consent-receipt/1";
    public const string PublicTaskBasis = "UK GDPR article 6(1)(e) and 9(2)(g); Children Act 1989, Schedule 2, paragraph 2";
    public const string Withdrawing = "On your own page, under “Your register entry”: press No beside the use. Or tell the council, by any way.";

    /// <summary>For a machine.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}

/// <param name="Decision">yes or no.</param>
internal sealed record ReceiptLine(
    string Purpose, string Title, string RecipientSlug, string Recipient, string Decision, string Basis, int WordingNumber, string WordingDigest, string Language,
    string Channel, string GivenAs, DateTimeOffset At)
{
    public const string ConsentBasis = "UK GDPR article 6(1)(a) and 9(2)(a)";

    public static string Of(ConsentDecision decision) => decision == ConsentDecision.Yes ? "yes" : "no";
}
