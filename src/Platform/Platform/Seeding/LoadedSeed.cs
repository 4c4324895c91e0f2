using Medway.LocalOffer.Platform.Protection;

namespace Medway.LocalOffer.Platform.Seeding;

/// <summary>One row of <c>platform.seeds</c>: what a set was made of when it was last loaded.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class LoadedSeed
{
    public required SeedSet Set { get; init; }

    /// <summary>SHA-256 of the set's files and of the modules that read them, in hex.</summary>
    public required string Digest { get; init; }

    public required DateTimeOffset At { get; init; }
}
