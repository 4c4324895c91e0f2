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
internal sealed record Said(ConsentDecision Decision, GiverCapacity Capacity, Guid GiverId, DateTimeOffset At);

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
}
