namespace Medway.LocalOffer.People.Contracts;

/// <summary>The five ways in which a person can be told something.</summary>
public enum Channel
{
    Email,

    /// <summary>A text message; to a UK mobile number only.</summary>
    Sms,

    Letter,

    /// <summary>Somebody rings.</summary>
    Phone,

    /// <summary>Somebody meets the person, or visits.</summary>
    FaceToFace,
}
