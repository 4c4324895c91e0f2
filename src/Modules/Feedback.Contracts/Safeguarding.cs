using Medway.LocalOffer.Platform.Settings;

namespace Medway.LocalOffer.Feedback.Contracts;

/// <summary>Where whoever moderates words of children and families turns when somebody may not be safe.</summary>
public static class Safeguarding
{
    /// <summary>One address for every module; null until the council has said it. Nobody's words are ever sent there.</summary>
    public static readonly Setting<string?> Mailbox = new(
        "feedback.safeguarding-mailbox", null,
        "E-mail address of the safeguarding lead, told when a moderator is worried about a comment or about an answer of the young people's panel. To confirm.", complaint: NoAddress);

    private static string? NoAddress(string? address) =>
        string.IsNullOrEmpty(address) || (address.Length <= 254 && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < address.Length - 3)
            ? null
            : "Write one e-mail address, or leave the box empty if nobody has confirmed it.";
}
