using Medway.LocalOffer.Listings.Domain;

namespace Medway.LocalOffer.Listings.Records;

/// <summary>What is to become of one record.</summary>
internal enum Fate
{
    /// <summary>Not there yet.</summary>
    Added,

    /// <summary>There, and its source says something new.</summary>
    Changed,

    Unchanged,

    /// <summary>There, and its source says that it is closed.</summary>
    Closed,

    /// <summary>It cannot be read.</summary>
    LeftOut,
}

/// <param name="ServiceId">Of the service that is there, or will be.</param>
/// <param name="Draft">Null when it cannot be read, or is closed.</param>
internal sealed record Decided(Fate Fate, Guid ServiceId, ServiceDraft? Draft);

/// <summary>A row or record about a service that is already there.</summary>
internal sealed record KnownDraft(Guid ServiceId, ServiceDraft Draft);
