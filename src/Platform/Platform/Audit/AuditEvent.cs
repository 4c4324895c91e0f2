namespace Medway.LocalOffer.Platform.Audit;

/// <summary>A kind of event that a module writes to the audit trail, described so that a reader of the trail understands it.</summary>
/// <param name="Name"><c>module.noun-verb</c>, for example <c>listings.services-imported</c>.</param>
/// <param name="Description">What happened, in one plain sentence.</param>
public sealed record AuditEvent(string Name, string Description)
{
    /// <summary>
    /// It tells of what keeps somebody safe: on "Who looked" nobody reads of it, because whom an order keeps away would learn of the order.
    /// </summary>
    public bool IsSafety { get; init; }
}
