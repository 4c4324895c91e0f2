using Medway.LocalOffer.Platform.Protection;

namespace Medway.LocalOffer.Platform.Settings;

/// <summary>One row of <c>platform.settings</c>; a setting that staff never changed has none.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class StoredSetting
{
    public required string Name { get; init; }

    /// <summary>JSON, as text.</summary>
    public required string Value { get; set; }

    /// <summary>Copied from the declaration: the view <c>platform.public_settings</c> shows these rows to the public login.</summary>
    public required bool IsPublic { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}
