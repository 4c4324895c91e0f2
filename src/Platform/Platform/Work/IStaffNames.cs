namespace Medway.LocalOffer.Platform.Work;

/// <summary>What colleagues call each other: other modules keep ids only. Registered as scoped; behind sign-in only.</summary>
public interface IStaffNames
{
    /// <param name="ids">As rows keep who did something: an account's id as text; anything else is passed over.</param>
    /// <returns>Names of the accounts that there are, by the text that was asked for.</returns>
    Task<IReadOnlyDictionary<string, string>> OfAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Finds a member of staff by the address they sign in with.</summary>
    /// <returns>Null when there is none, or their account is closed.</returns>
    Task<Guid?> FindAsync(string email, CancellationToken cancellationToken);

    /// <summary>Where a member of staff gets messages: the address they sign in with.</summary>
    /// <returns>Null when there is no such account, or it is closed.</returns>
    Task<string?> MailboxAsync(Guid accountId, CancellationToken cancellationToken);
}
