namespace Medway.LocalOffer.Platform.Audit;

/// <summary>A kind of event that a module writes to the audit trail, described so that a reader of the trail understands it.</summary>
/// <param name="Name"><c>module.noun-verb</c>, for example <c>listings.services-imported</c>.</param>
/// <param name="Description">What happened, in one plain sentence.</param>
public sealed record AuditEvent(string Name, string Description);
