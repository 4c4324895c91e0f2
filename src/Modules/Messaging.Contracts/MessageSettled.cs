using Medway.LocalOffer.Platform.Events;

namespace Medway.LocalOffer.Messaging.Contracts;

/// <summary>How a message ended, as far as other modules need to know.</summary>
public enum MessageOutcome
{
    /// <summary>Arrived, or the right person was spoken to.</summary>
    Made,

    /// <summary>It will not arrive by this channel. When <see cref="MessageSettled.NextChannel"/> is set, another one is tried.</summary>
    NotMade,

    /// <summary>A letter that had been posted came back: it was not made after all.</summary>
    Returned,
}

/// <summary>A message for a person has ended. Only <see cref="MessageOutcome.Made"/> counts as told.</summary>
/// <param name="Outcome">Lower_snake name of a <see cref="MessageOutcome"/>.</param>
/// <param name="NextChannel">The channel that is tried now; null when there is none left.</param>
[EventName("messaging.message-settled.v1")]
public sealed record MessageSettled(
    Guid MessageId, string Template, string OccurrenceKey, Guid PersonId, MessageChannel Channel, MessageOutcome Outcome, MessageChannel? NextChannel, DateTimeOffset At);
