namespace Medway.LocalOffer.Register.Domain;

/// <summary>What somebody said. Stored.</summary>
internal enum ConsentDecision
{
    Yes,
    No,

    /// <summary>It was a yes before. What was done until then stays lawful.</summary>
    Withdrawn,
}

/// <summary>By what right somebody says it. Stored.</summary>
internal enum GiverCapacity
{
    /// <summary>With parental responsibility (Children Act 1989, s3).</summary>
    Parent,

    /// <summary>The child or young person, for themselves.</summary>
    YoungPerson,

    /// <summary>Decides for a young person who cannot (Mental Capacity Act 2005).</summary>
    Deputy,
}

/// <summary>How somebody said it. Stored.</summary>
internal enum ConsentChannel
{
    Web,
    Paper,
    Phone,
    FaceToFace,
}

/// <summary>One thing that one person said, as far as the rules look at it.</summary>
/// <param name="GiverId">After a merge of two records of one person, the one that is kept: one person has one word.</param>
/// <param name="RecipientName">The organisation that was named then (<see cref="Whom"/>); null when none was, as for a no while nobody is asked.</param>
internal sealed record Said(ConsentDecision Decision, GiverCapacity Capacity, Guid GiverId, DateTimeOffset At, string? RecipientName)
{
    public bool IsYes => Decision == ConsentDecision.Yes;

    /// <summary>Whether it is a yes to this organisation.</summary>
    public bool Reaches(string? named) => IsYes && named is not null && named == RecipientName;

    /// <summary>How recipients are told apart: by name, and the school that a family names also by what stands for it, because its own name is kept secret.</summary>
    /// <param name="schoolKey">See <see cref="Data.RegisterEntry.SchoolKey"/>; null for every other recipient.</param>
    public static string? Whom(string? name, Guid? schoolKey) => name is null || schoolKey is null ? name : $"{name} {schoolKey}";
}

/// <summary>Where one optional use stands today.</summary>
internal enum ConsentAnswer
{
    NotAsked,
    Yes,
    No,

    /// <summary>Those who may decide do not agree. A person talks to them; until then nothing is shared.</summary>
    Held,

    /// <summary>A parent's yes that ended with a birthday of the child.</summary>
    Lapsed,

    /// <summary>A yes to an organisation that would not get it any more: to the one that would, nobody has said anything.</summary>
    OtherRecipient,
}
