using Medway.LocalOffer.Platform.Events;

namespace Medway.LocalOffer.People.Contracts;

/// <summary>Everything about this person stops at once; nothing starts again by itself.</summary>
[EventName("people.person-died.v1")]
public sealed record PersonDied(Guid PersonId, DateOnly DiedOn);

/// <summary>A death was recorded by mistake. What was stopped stays stopped until somebody starts it.</summary>
[EventName("people.death-withdrawn.v1")]
public sealed record DeathWithdrawn(Guid PersonId);

/// <summary>A restriction was recorded, changed or ended. Which one is not said.</summary>
/// <param name="PersonId">Whom it protects.</param>
/// <param name="AgainstId">Against whom it is; null when it is against nobody in particular.</param>
[EventName("people.restriction-changed.v1")]
public sealed record RestrictionChanged(Guid PersonId, Guid? AgainstId);

/// <summary>Two rows are one person. Ids of the row that is not kept stay good: People answers for the one that is.</summary>
[EventName("people.merged.v1")]
public sealed record PersonsMerged(Guid FromId, Guid IntoId);

[EventName("people.merge-undone.v1")]
public sealed record MergeUndone(Guid FromId, Guid IntoId);

/// <summary>A contact point was added, verified, reported or ended.</summary>
[EventName("people.contact-point-changed.v1")]
public sealed record ContactPointChanged(Guid PersonId, Guid ContactPointId);

[EventName("people.preferences-changed.v1")]
public sealed record PreferencesChanged(Guid PersonId);

/// <summary>Who stands in which relation to this child has changed, or who has parental responsibility.</summary>
[EventName("people.relationship-changed.v1")]
public sealed record RelationshipChanged(Guid PersonId, Guid ChildId);
