using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Features.Staff.LogRequest;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Testing;

/// <summary>EHC records for tests of other modules, made by the operation that staff use.</summary>
public static class MadeRecords
{
    /// <param name="app">The host.</param>
    /// <param name="childId">Of People.</param>
    /// <param name="coordinatorId">An account of <see cref="SigningIn"/>, who looks after it.</param>
    /// <returns>The record's id.</returns>
    public static Task<Guid> EhcRecordAsync(this App app, Guid childId, Guid coordinatorId) => app.DoAsync(
        new LogRequest($"{childId}", Asker.Parent, "", app.Clock.Today(), "A sample", $"{coordinatorId:n}@example.org", ""));
}
