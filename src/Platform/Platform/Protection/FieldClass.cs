namespace Medway.LocalOffer.Platform.Protection;

/// <summary>How much harm a field can do in the wrong hands. Every mapped property has one; it decides how the field is stored (ADR 0011).</summary>
public enum FieldClass
{
    /// <summary>On the public site, or fit to be.</summary>
    Public,

    /// <summary>For people at work: who did what, sign-in names, how the system runs. Stored plain; never about a family.</summary>
    Staff,

    /// <summary>Says who a person is or how to reach them. Encrypted.</summary>
    Personal,

    /// <summary>Health, needs, ethnicity, religion: what the law calls special category. Encrypted.</summary>
    Special,

    /// <summary>Could put somebody in danger: a hidden address, a safeguarding note. Encrypted.</summary>
    Safety,
}

/// <summary>The field class of a property, or of every property of a class that does not say its own.</summary>
/// <param name="value">How the field is stored.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property)]
public sealed class FieldClassAttribute(FieldClass value) : Attribute
{
    public FieldClass Value { get; } = value;
}
