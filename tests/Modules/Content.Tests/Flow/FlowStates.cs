using System.Transactions;
using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.Staff.ContentBin;
using Medway.LocalOffer.Content.Features.Staff.CreateDocument;
using Medway.LocalOffer.Content.Features.Staff.EditDraft;
using Medway.LocalOffer.Content.Features.Staff.TakeDownDocument;
using Medway.LocalOffer.Content.Features.Staff.ViewDocument;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Tests.Flow;

/// <summary>One document that can be put in any state, tried with any action by anybody, and be as it was before.</summary>
internal sealed class FlowStates(App app, Guid documentId, Guid liveId, Guid draftId)
{
    public const string Words = "You can ask us for help. We will tell you what happens next.\n";

    public static readonly Guid Author = Guid.Parse("0197a000-0000-7000-8000-000000000001");
    public static readonly Guid Other = Guid.Parse("0197a000-0000-7000-8000-000000000002");

    public static IEnumerable<FlowState> All =>
        from draft in Enum.GetValues<DraftState>()
        from standing in Enum.GetValues<Standing>()
        from lifecycle in Enum.GetValues<Lifecycle>()
        select new FlowState(draft, standing, lifecycle);

    public static async Task<FlowStates> MakeAsync(App app)
    {
        var id = (await app.SendAsync(Author, Roles.Author, new CreateDocument(nameof(DocumentKind.Page), "", "A page of many states", $"states-{Guid.CreateVersion7():n}", "the test team", 6))).Value;
        var first = await app.ReadAsync(context => context.Revisions.SingleAsync(revision => context.Variants.Any(variant => variant.DocumentId == id && variant.Id == revision.VariantId)));
        var live = (await app.SendAsync(Author, Roles.Author, new SaveDraft(id, VariantKey.Full, first.Id, new DraftFields("Live", "It is live.", Words)))).Value;
        var draft = (await app.SendAsync(Author, Roles.Author, new SaveDraft(id, VariantKey.Full, live, new DraftFields("Draft", "It is a draft.", Words)))).Value;
        return new FlowStates(app, id, live, draft);
    }

    /// <returns>How it ended; nothing of it stays.</returns>
    public async Task<OutcomeKind> TryAsync(FlowState state, FlowAction action, Guid who, string role)
    {
        using var transaction = OneTransaction.Begin(TransactionScopeOption.RequiresNew);
        await PutAsync(state);
        return action switch
        {
            FlowAction.SaveDraft => await SendAsync(new SaveDraft(documentId, VariantKey.Full, state.Draft != DraftState.None ? draftId : state.Standing != Standing.NotYet ? liveId : null, new DraftFields("New", "It is new.", Words))),
            FlowAction.DiscardDraft => await SendAsync(new DiscardDraft(documentId, VariantKey.Full)),
            FlowAction.Submit => await SendAsync(new SubmitDraft(documentId, VariantKey.Full)),
            FlowAction.TakeBack => await SendAsync(new TakeBackDraft(documentId, VariantKey.Full)),
            FlowAction.Return => await SendAsync(new ReturnDraft(documentId, VariantKey.Full, "Say who can ask.")),
            FlowAction.Approve => await SendAsync(new ApproveDraft(documentId, VariantKey.Full)),
            FlowAction.Schedule => await SendAsync(new ScheduleDraft(documentId, VariantKey.Full, new DateOnly(2099, 1, 5), "09:30")),
            FlowAction.Unschedule => await SendAsync(new UnscheduleDraft(documentId, VariantKey.Full)),
            FlowAction.PublishNow => await SendAsync(new PublishNow(documentId, VariantKey.Full, "A road is closed.")),
            FlowAction.ConfirmCheck => await SendAsync(new ConfirmEmergency(documentId, VariantKey.Full)),
            FlowAction.TakeDown => await SendAsync(new TakeDownDocument(documentId, nameof(TakenDownReason.Withdrawn), "It no longer holds.", "")),
            FlowAction.PlanTakeDown => await SendAsync(new PlanTakeDown(documentId, nameof(TakenDownReason.Withdrawn), "It no longer holds.", "", new DateOnly(2099, 1, 5), "09:30")),
            FlowAction.KeepUp => await SendAsync(new KeepUp(documentId)),
            FlowAction.Bin => await SendAsync(new BinDocument(documentId)),
            FlowAction.Restore => await SendAsync(new RestoreDocument(documentId)),
            _ => throw new ArgumentOutOfRangeException(nameof(action)),
        };

        async Task<OutcomeKind> SendAsync<T>(IRequest<Outcome<T>> request) => (await app.SendAsync(who, role, request)).Kind;
    }

    private Task<bool> PutAsync(FlowState state) => app.ReadAsync(async context =>
    {
        var document = await context.Documents.Include(document => document.Variants).SingleAsync(document => document.Id == documentId);
        document.BinnedAt = state.Lifecycle == Lifecycle.Binned ? app.Clock.GetUtcNow() : null;
        document.TakenDown = state.Lifecycle == Lifecycle.TakenDown ? TakenDownReason.Withdrawn : null;
        document.TakenDownWords = state.Lifecycle == Lifecycle.TakenDown ? "It no longer holds." : null;
        var variant = document.Full;
        variant.LiveRevisionId = state.Standing == Standing.NotYet ? null : liveId;
        variant.LiveSince = state.Standing == Standing.NotYet ? null : app.Clock.GetUtcNow();
        variant.Standing = state.Standing;
        variant.UncheckedBy = state.Standing == Standing.LiveUnchecked ? Author.ToString("D") : null;
        variant.DraftRevisionId = state.Draft == DraftState.None ? null : draftId;
        variant.Draft = state.Draft;
        variant.PublishAt = state.Draft is DraftState.Scheduled or DraftState.Failed ? app.Clock.GetUtcNow().AddDays(1) : null;
        context.PlannedTakeDowns.Add(new PlannedTakeDown { DocumentId = documentId, At = app.Clock.GetUtcNow().AddDays(2), Reason = TakenDownReason.PublishedInError });
        await context.SaveChangesAsync();
        return true;
    });
}
