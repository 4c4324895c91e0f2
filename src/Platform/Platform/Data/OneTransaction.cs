using System.Transactions;

namespace Medway.LocalOffer.Platform.Data;

/// <summary>
/// Opens an ambient transaction that contexts and commands share without being told about each other. They must use the same login and one
/// connection at a time: a second open connection would need a distributed transaction, which PostgreSQL's driver refuses.
/// </summary>
public static class OneTransaction
{
    /// <param name="option">Required joins the one that is open; RequiresNew never does.</param>
    public static TransactionScope Begin(TransactionScopeOption option = TransactionScopeOption.Required) => new(
        option,
        new TransactionOptions { IsolationLevel = IsolationLevel.ReadCommitted, Timeout = TransactionManager.MaximumTimeout },
        TransactionScopeAsyncFlowOption.Enabled);

    /// <summary>
    /// Steps out of the one that is open: what is written until it is disposed of stays, whatever becomes of the caller's work. A connection that
    /// is in the transaction already cannot step out with it.
    /// </summary>
    public static TransactionScope Apart() => Begin(TransactionScopeOption.Suppress);
}
