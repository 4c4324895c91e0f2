namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>Sections of an EHC plan, each set out apart (SEND Regulations 2014, reg 12). Stored: a name that changes needs a migration.</summary>
internal enum PlanPart
{
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H1,
    H2,
    I,
    J,
    K,
}

/// <summary>What a family said about a draft or about proposed changes. Stored.</summary>
internal enum PlanReply
{
    Agrees,
    WantsChanges,
    NothingToSay,
}
