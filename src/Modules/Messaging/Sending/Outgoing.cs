using System.Text.Json;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.People.Contracts;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>A claimed message with all that is needed to send it, in memory for one send.</summary>
/// <param name="Message">As it was when it was claimed.</param>
internal sealed record Outgoing(Message Message, Request Request, Template Template, MessageClass Class)
{
    public Preferences? Preferences { get; init; }

    /// <summary>Empty when there are no approved words for this channel, format and language.</summary>
    public TemplateVersion? Version { get; init; }

    /// <summary>Why there is no version, when there is none.</summary>
    public string? NoVersion { get; init; }

    /// <summary>The standard words in English, from which every other format is made.</summary>
    public TemplateVersion? Source { get; init; }

    /// <summary>The format in which somebody has to make it first, because no words are ready in it.</summary>
    public MessageFormat? MustMake { get; init; }

    /// <summary>What somebody has made for this one message.</summary>
    public MadeFormat? MadeIn { get; init; }

    /// <summary>Others of the same day whose words this one carries.</summary>
    public IReadOnlyList<Outgoing> Parts { get; init; } = [];

    public IReadOnlyDictionary<string, string> Values => Read(Request.Values);

    public static IReadOnlyDictionary<string, string> Read(string? json) =>
        json is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Web)!;

    public override string ToString() => nameof(Outgoing);
}

/// <summary>What the gate said.</summary>
/// <param name="Held">Reasons, lower_snake; empty when it may leave.</param>
/// <param name="To">Where to; null when it is held.</param>
/// <param name="OtherChannelMayDo">Only this channel's contact point is at fault.</param>
/// <param name="AskAgain">Nobody said no: somebody did not answer.</param>
internal sealed record GateAnswer(IReadOnlyList<string> Held, Destination? To, Guid? ContactPointId, bool OtherChannelMayDo, bool AskAgain)
{
    public bool May => Held.Count == 0 && To is not null;

    public static GateAnswer No(string reason, bool askAgain = false) => new([reason], null, null, false, askAgain);
}

/// <summary>What becomes of a claimed message; written in one statement for many.</summary>
/// <param name="Id">Of the message.</param>
/// <param name="To">State; Waiting with a time is "not yet".</param>
internal sealed record Step(Guid Id, MessageState To)
{
    public string? Reason { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public Exemption? Exemption { get; init; }

    public Guid? VersionId { get; init; }

    public Guid? ContactPointId { get; init; }

    public string? Provider { get; init; }

    public string? ProviderId { get; init; }

    public int Segments { get; init; }

    public bool CountsAsTry { get; init; }

    public bool CountsAsFault { get; init; }

    public string? MatchCode { get; init; }

    public Guid? BundledIntoId { get; init; }
}

internal static class ReasonWords
{
    /// <summary>For the ledger: at most as long as its column.</summary>
    public static string? Joined(IReadOnlyList<string> reasons)
    {
        if (reasons.Count == 0)
        {
            return null;
        }

        var text = string.Join(", ", reasons);
        return text.Length <= Message.LongestReason ? text : text[..Message.LongestReason];
    }

    /// <summary>The value whose word in forms and addresses this is; null for any other text, a number too.</summary>
    public static T? Read<T>(string word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Snake(value) == word)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>
    /// What People holds under the Safety key is not said in the ledger, which stands beside a person's id and which many read: all of it is
    /// "restricted", and the duty and safety lead finds the rest on the record (back-office §4.1, P4).
    /// </summary>
    public static string OfHeld(HeldReason reason) => reason
        is HeldReason.NoContactOrder or HeldReason.ConfidentialAddress or HeldReason.Refuge or HeldReason.SecretPlacement
        or HeldReason.CareOrder or HeldReason.AfterAdoption or HeldReason.SpecialGuardianship or HeldReason.CopyRefused
        ? "restricted"
        : Snake(reason);

    public static string Snake(Enum value) => string.Concat(value.ToString().Select((letter, at) =>
        char.IsUpper(letter) ? (at == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));
}
