namespace Medway.LocalOffer.Register.Domain;

/// <summary>
/// A use of the register that stands on a duty of the council and needs no consent (Children Act 1989, Schedule 2, paragraphs 1 and 2; UK GDPR
/// article 6(1)(e)). There are no others.
/// </summary>
internal sealed class PublicTask
{
    /// <summary>An officer keeps the register right: receives, checks, puts live, ends.</summary>
    public static readonly PublicTask KeepTheRegister = new("Keeping the register");

    /// <summary>A family looks at its own entry, or changes what it said.</summary>
    public static readonly PublicTask OwnEntry = new("A family’s own entry");

    /// <summary>Numbers by which services are planned. Never a name.</summary>
    public static readonly PublicTask PlanServices = new("Planning services");

    /// <summary>The yearly check, birthdays and what follows from them.</summary>
    public static readonly PublicTask LifeCycle = new("The yearly check");

    private PublicTask(string words) => Words = words;

    /// <summary>As a purpose in the audit trail.</summary>
    public string Words { get; }
}
