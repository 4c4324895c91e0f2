using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Work;

/// <summary>What this person can act on: drafts of others to decide, what providers told us, and checks that are late and theirs or nobody's.</summary>
internal sealed class RecordsWork(ListingsDbContext context, TimeProvider clock) : IWorkItems
{
    private const int MostOfAKind = 15;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken) =>
        actor.May(ListingsPermissions.EditRecords)
            ? [.. await DraftsAsync(actor, cancellationToken), .. await SuggestionsAsync(actor, cancellationToken), .. await ChecksAsync(actor, cancellationToken)]
            : [];

    private async Task<IReadOnlyList<WorkItem>> DraftsAsync(Actor actor, CancellationToken cancellationToken)
    {
        var me = actor.AccountId;
        var decides = actor.May(ListingsPermissions.DecideRecords);
        var drafts = await context.Revisions.AsNoTracking()
            .Where(revision => (decides && revision.State == RevisionState.Submitted && revision.WrittenBy != me)
                || (revision.State == RevisionState.Draft && revision.WrittenBy == me))
            .OrderBy(revision => revision.WrittenAt).Take(MostOfAKind).ToListAsync(cancellationToken);
        return
        [
            .. drafts.Select(draft => draft.State == RevisionState.Submitted
                ? new WorkItem(
                    "Waiting for your check", Title(draft), "Somebody changed it. A second person has to approve it.", UkTime.DateIn(draft.WrittenAt).AddDays(7),
                    RecordThings.At(draft.Kind, draft.RecordId) + "/draft", "Check it", "i-eye")
                : new WorkItem(
                    draft.Note is null ? "Your draft" : "Sent back to you", Title(draft), draft.Note ?? "Nobody has been asked to approve it yet.", null,
                    RecordThings.At(draft.Kind, draft.RecordId) + "/draft", "Go on", "i-pencil")),
        ];
    }

    private async Task<IReadOnlyList<WorkItem>> SuggestionsAsync(Actor actor, CancellationToken cancellationToken)
    {
        var me = actor.AccountId;
        var told = await context.Suggestions.AsNoTracking().Where(suggestion => suggestion.DoneAt == null)
            .Join(context.Services, suggestion => suggestion.ServiceId, service => service.Id, (suggestion, service) => new { suggestion.At, service.Id, service.Name, service.OwnerId })
            .Where(row => row.OwnerId == null || row.OwnerId == me)
            .OrderBy(row => row.At).Take(MostOfAKind).ToListAsync(cancellationToken);
        return
        [
            .. told.Select(row => new WorkItem(
                "A provider told us", row.Name, "They say that something on its page is wrong.", UkTime.DateIn(row.At).AddDays(7), $"/staff/listings/services/{row.Id}/check", "Look", "i-inbox")),
        ];
    }

    private async Task<IReadOnlyList<WorkItem>> ChecksAsync(Actor actor, CancellationToken cancellationToken)
    {
        var me = actor.AccountId;
        var today = clock.Today();
        var late = await context.Services.AsNoTracking()
            .Where(service => service.State == RecordState.Live && (service.OwnerId == null || service.OwnerId == me))
            .Where(service => (service.LastCheckedOn ?? service.LoadedOn).AddMonths(service.CheckMonths) <= today)
            .OrderBy(service => service.OwnerId == null).ThenBy(service => (service.LastCheckedOn ?? service.LoadedOn).AddMonths(service.CheckMonths)).ThenBy(service => service.Id)
            .Take(MostOfAKind)
            .Select(service => new { service.Id, service.Name, service.LoadedOn, service.LastCheckedOn, service.CheckMonths, service.OwnerId })
            .ToListAsync(cancellationToken);
        return
        [
            .. late.Select(service => new WorkItem(
                "Check is due",
                service.Name,
                service.OwnerId is null ? "Nobody looks after it, and nobody has confirmed it." : "You look after it, and nobody has confirmed it.",
                Freshness.DueOn(service.LoadedOn, service.LastCheckedOn, service.CheckMonths),
                $"/staff/listings/services/{service.Id}/check",
                "Check it")),
        ];
    }

    private static string Title(RecordRevision draft) => Domain.Records.RecordDocument.Read(draft.Kind, draft.Document).Title;
}
