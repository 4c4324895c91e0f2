namespace Medway.LocalOffer.Platform.Work;

/// <param name="Kind">Plural, for people: <c>pages</c>, <c>actions</c>.</param>
public sealed record Owned(string Kind, int Count);

/// <summary>What a member of staff owns in a module, so that nothing is left behind when somebody leaves. Registered as scoped.</summary>
public interface IOwnership
{
    Task<IReadOnlyList<Owned>> OwnedByAsync(Guid accountId, CancellationToken cancellationToken);

    /// <summary>Moves all of it, in the caller's transaction, each with its audit entry.</summary>
    Task MoveAsync(Guid fromAccountId, Guid toAccountId, string reason, CancellationToken cancellationToken);
}
