namespace Medway.LocalOffer.Platform.Work;

/// <summary>One thing that a module holds about a person, for their own copy (UK GDPR, article 15).</summary>
/// <param name="What">In words that the person understands, for example <c>Your preferences</c>.</param>
/// <param name="At">When it was written down; null when that is not known.</param>
/// <param name="Fields">Names and values in words.</param>
public sealed record PersonalRecord(string What, DateTimeOffset? At, IReadOnlyList<KeyValuePair<string, string>> Fields);

/// <summary>One kind of thing that would be erased, or why it stays (UK GDPR, article 17).</summary>
/// <param name="What">In words, plural.</param>
/// <param name="Count">How many there are.</param>
/// <param name="KeptBecause">The law or the duty that keeps it, in words; null when it is erased.</param>
/// <param name="KeptUntil">When that ends; null when it is erased, or when nobody has said so.</param>
public sealed record ErasureStep(string What, int Count, string? KeptBecause = null, DateOnly? KeptUntil = null);

/// <summary>
/// What a module holds about a person. Every module that keeps a person's id registers one, as scoped; module People calls them all and shows
/// what they say before anything is done.
/// </summary>
public interface IPersonalData
{
    /// <summary>The part of the product in words, for example <c>Messages</c>.</summary>
    string Holder { get; }

    /// <summary>It says who the person is, and so erases after all others.</summary>
    bool IsLast => false;

    /// <summary>Everything about this person that they may have. Whoever calls it has written the read to the audit trail.</summary>
    Task<IReadOnlyList<PersonalRecord>> ExportAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>What <see cref="EraseAsync"/> would do. Changes nothing.</summary>
    Task<IReadOnlyList<ErasureStep>> PlanErasureAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>Erases what nothing keeps, in the caller's transaction, with an audit entry. Doing it twice changes nothing more.</summary>
    /// <param name="reason">For the audit trail; never a name.</param>
    Task EraseAsync(Guid personId, string reason, CancellationToken cancellationToken);

    /// <summary>
    /// Stops everything that would still reach or be done about this person: messages, reminders, shares, as after a death or a restriction. In
    /// the caller's transaction, with an audit entry.
    /// </summary>
    /// <param name="reason">For the audit trail; never a name.</param>
    /// <returns>How many things were stopped.</returns>
    Task<int> StopAllAsync(Guid personId, string reason, CancellationToken cancellationToken);
}
