using Medway.LocalOffer.People.Contracts;

namespace Medway.LocalOffer.People.Domain;

/// <summary>Restrictions that somebody records. The others of the twelve follow from relationships, deaths and contact points.</summary>
internal enum RestrictionKind
{
    NoContactOrder,
    ConfidentialAddress,
    Refuge,
    SecretPlacement,
    CareOrder,
    AfterAdoption,
    SpecialGuardianship,
    CopyRefused,
}

internal static class RestrictionKinds
{
    /// <summary>Where the person lives must not be learned: their contact points are hidden.</summary>
    public static bool HidesAddress(this RestrictionKind kind) =>
        kind is RestrictionKind.ConfidentialAddress or RestrictionKind.Refuge or RestrictionKind.SecretPlacement;

    /// <summary>Somebody else decides for the child than the parents by birth.</summary>
    public static bool IsAgainstBirthParents(this RestrictionKind kind) =>
        kind is RestrictionKind.CareOrder or RestrictionKind.AfterAdoption or RestrictionKind.SpecialGuardianship;

    /// <summary>Says against whom it is, and means nothing without.</summary>
    public static bool NeedsSomebody(this RestrictionKind kind) => kind is RestrictionKind.NoContactOrder or RestrictionKind.CopyRefused;

    public static HeldReason AsReason(this RestrictionKind kind) => kind switch
    {
        RestrictionKind.NoContactOrder => HeldReason.NoContactOrder,
        RestrictionKind.ConfidentialAddress => HeldReason.ConfidentialAddress,
        RestrictionKind.Refuge => HeldReason.Refuge,
        RestrictionKind.SecretPlacement => HeldReason.SecretPlacement,
        RestrictionKind.CareOrder => HeldReason.CareOrder,
        RestrictionKind.AfterAdoption => HeldReason.AfterAdoption,
        RestrictionKind.SpecialGuardianship => HeldReason.SpecialGuardianship,
        _ => HeldReason.CopyRefused,
    };
}
