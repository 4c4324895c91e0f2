namespace Medway.LocalOffer.Register.Domain;

/// <summary>Where an entry is in its life (send-law §4.3). Stored.</summary>
internal enum EntryState
{
    /// <summary>Somebody asked to join; a person looks at it.</summary>
    Received,
    Live,

    /// <summary>Nobody answered the yearly check: no mailings, not live. Statistics keep it as unconfirmed.</summary>
    Lapsed,
    Moved,
    Died,
    Left,

    /// <summary>The same child was on the register already; what was said here stands there.</summary>
    Duplicate,

    /// <summary>Came with the old register. Counted in statistics and used for nothing else until the family says yes.</summary>
    Unconfirmed,
}

/// <summary>How it came. Stored.</summary>
internal enum EntrySource
{
    Web,
    Paper,
    Phone,
    Hub,
    OldRegister,
}

/// <summary>What makes a day harder, by the codes of the children in need census (send-law §4.2). No diagnosis. Stored.</summary>
internal enum Difficulty
{
    Mobility,
    HandFunction,
    PersonalCare,
    Continence,
    Communication,
    Learning,
    Hearing,
    Vision,
    Behaviour,
    Consciousness,
    Autism,
    Other,
}

/// <summary>Stored.</summary>
internal enum SchoolHelp
{
    NotSaid,
    None,
    SendSupport,
    EhcPlan,
}

/// <summary>What an officer saw that shows parental responsibility. The paper itself is not kept. Stored.</summary>
internal enum EvidenceKind
{
    BirthCertificate,
    ResponsibilityAgreement,
    CourtOrder,
    AdoptionOrder,
    SpecialGuardianshipOrder,

    /// <summary>The young person is 16 or older and applies for themselves.</summary>
    OwnIdentity,
}
