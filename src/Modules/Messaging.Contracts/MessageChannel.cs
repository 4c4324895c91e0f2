namespace Medway.LocalOffer.Messaging.Contracts;

/// <summary>The five ways in which a message reaches somebody.</summary>
public enum MessageChannel
{
    Email,
    Sms,
    Letter,

    /// <summary>Somebody rings, with a script.</summary>
    Phone,

    /// <summary>Somebody meets the person.</summary>
    FaceToFace,
}
