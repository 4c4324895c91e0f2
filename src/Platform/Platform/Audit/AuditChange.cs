namespace Medway.LocalOffer.Platform.Audit;

/// <summary>One field that changed. Personal values come as keyed digests, never as the value itself (blueprint §12.6).</summary>
/// <param name="Field">Name of the field, lower_snake.</param>
/// <param name="Before">Null when there was nothing.</param>
/// <param name="After">Null when there is nothing now.</param>
public sealed record AuditChange(string Field, string? Before, string? After);
