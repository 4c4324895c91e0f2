namespace Medway.LocalOffer.Register.Domain;

/// <summary>By what data leaves without a yes. There are no others. Stored.</summary>
internal enum LegalGround
{
    /// <summary>To keep a child safe: UK GDPR article 6(1)(e) or (c), and 9(2)(g) with the Data Protection Act 2018, Schedule 1, paragraph 18 (send-law §4.5).</summary>
    Safeguarding,

    /// <summary>A law or a court orders it: UK GDPR article 6(1)(c). The family is always told.</summary>
    LegalDuty,
}

/// <summary>Stored.</summary>
internal enum ShareState
{
    /// <summary>A second person decides.</summary>
    Asked,
    Given,
    Refused,
}

/// <summary>What a recipient learns, no more than the words that the family read (the reference file of wordings).</summary>
internal static class SharedFields
{
    /// <summary>Uses under which a list may leave.</summary>
    public static readonly IReadOnlyList<ConsentPurpose> Purposes = [ConsentPurpose.ShareWithParentForum, ConsentPurpose.ShareWithHealth, ConsentPurpose.ShareWithSchool, ConsentPurpose.CardSupplier];

    /// <returns>How families read who gets it: a school is the one that they name.</returns>
    public static string NamedFor(ConsentPurpose purpose, string recipient) => purpose == ConsentPurpose.ShareWithSchool ? Recipient.School.KnownName! : recipient;

    /// <returns>
    /// How a recipient is called in the audit trail, which is not encrypted: a child's school, or who got an entry without a yes, would say much about a child.
    /// </returns>
    /// <param name="purpose">Slug of the use; null when it rests on a law.</param>
    public static string InTrail(string? purpose, string recipient) =>
        purpose is null ? "A law let us do it" : purpose == ConsentPurpose.ShareWithSchool.Slug ? "You said yes to your school, nursery or college" : recipient;

    /// <summary>The forum writes to the adults who said yes to it; the others are told about the child.</summary>
    public static bool NamesTheChild(ConsentPurpose purpose) => purpose != ConsentPurpose.ShareWithParentForum;

    public static bool HasBirthDate(ConsentPurpose purpose) => purpose == ConsentPurpose.ShareWithHealth;

    public static bool HasDifficulties(ConsentPurpose purpose) => purpose == ConsentPurpose.ShareWithHealth || purpose == ConsentPurpose.ShareWithSchool;

    public static bool SaysHowToReach(ConsentPurpose purpose) => purpose == ConsentPurpose.ShareWithParentForum;
}
