namespace Medway.LocalOffer.People.Contracts;

/// <summary>For a module that has no use for somebody any more, because the time for which it keeps them is over.</summary>
public interface IUnneeded
{
    /// <summary>Forgets who somebody was and how to reach them, in the caller's transaction, unless another module says that it needs to know.</summary>
    /// <param name="reason">For the audit trail; never a name.</param>
    /// <returns>False when something keeps it, or there was nothing to forget.</returns>
    Task<bool> ForgetAsync(Guid personId, string reason, CancellationToken cancellationToken);
}
