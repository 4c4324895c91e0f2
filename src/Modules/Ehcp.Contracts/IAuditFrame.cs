namespace Medway.LocalOffer.Ehcp.Contracts;

/// <summary>What an audit may look at.</summary>
public enum AuditFrameKind
{
    /// <summary>Plans that were sent for the first time in the period.</summary>
    NewPlans,

    /// <summary>Review meetings that were held in the period.</summary>
    Reviews,

    /// <summary>Records that were open on a day of the period: the way of a child from the request on.</summary>
    Journeys,
}

/// <summary>One thing that may be drawn.</summary>
/// <param name="Id">Of the record, or of the meeting.</param>
/// <param name="RecordId">Where somebody who may see it finds it.</param>
/// <param name="On">The day that it belongs to: when the plan was sent, the meeting was held, or the request came.</param>
public readonly record struct AuditUnit(Guid Id, Guid RecordId, DateOnly On);

/// <summary>Lists what a sample is drawn from: ids, and never anything about a child.</summary>
public interface IAuditFrame
{
    /// <param name="kind">What is audited.</param>
    /// <param name="from">First day.</param>
    /// <param name="until">Last day, inclusive.</param>
    /// <returns>Each once, in the order of their ids.</returns>
    Task<IReadOnlyList<AuditUnit>> UnitsAsync(AuditFrameKind kind, DateOnly from, DateOnly until, CancellationToken cancellationToken);
}
