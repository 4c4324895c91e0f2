namespace Medway.LocalOffer.Platform.Protection;

/// <summary>What a data key is for. A key for one is never used for another.</summary>
internal enum KeyUse
{
    /// <summary>Fields of <see cref="FieldClass.Personal"/>.</summary>
    Personal,

    /// <summary>Fields of <see cref="FieldClass.Special"/>.</summary>
    Special,

    /// <summary>Fields of <see cref="FieldClass.Safety"/>.</summary>
    Safety,

    /// <summary>Keyed digests and blind indexes. Never rotated: stored digests could not be made again.</summary>
    Digest,

    /// <summary>The web framework's key ring, which protects cookies and forms.</summary>
    Sessions,
}

/// <summary>One row of <c>platform.data_keys</c>: 32 random bytes, wrapped under the master key. The newest of a use is the current one.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class DataKey
{
    /// <summary>Given by the database. Stands in front of everything the key encrypted.</summary>
    public int Number { get; private set; }

    public required KeyUse Use { get; init; }

    /// <summary>Null when retired: then nothing that it encrypted is left, and nobody can open it again.</summary>
    public byte[]? Wrapped { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RetiredAt { get; set; }
}

/// <summary>One row of <c>platform.data_protection_keys</c>: an element of the web framework's key ring, its secret encrypted.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class DataProtectionKey
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
