using System.Globalization;
using System.Text.Json;
using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Content.Jobs;

/// <summary>
/// Publishes one scheduled draft at its time. A job for each, so that one that fails does not stop the rest; all it does is one transaction,
/// so that a host that dies loses nothing and the next one publishes nothing twice.
/// </summary>
internal sealed class PublishScheduledJob(IMediator mediator) : IJob
{
    public static string Kind => "content.draft-publish";

    /// <summary>Adds the job in the caller's transaction. Taking a draft off the schedule needs no more: the job then finds nothing to do.</summary>
    public static Task EnqueueAsync(JobQueue jobs, ContentDbContext context, Guid documentId, Variant variant, CancellationToken cancellationToken) => jobs.EnqueueAsync(
        context, Kind, $"{variant.Id:n}:{variant.PublishAt!.Value.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}",
        JsonSerializer.Serialize(new Payload(documentId, variant.Key), JsonSerializerOptions.Web), variant.PublishAt, cancellationToken);

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var payload = context.Read<Payload>()!;
        await mediator.Send(new PublishScheduled(payload.DocumentId, payload.Variant), cancellationToken);
    }

    private sealed record Payload(Guid DocumentId, string Variant);
}

/// <summary>Publishes a scheduled draft whose time has come; what was taken off the schedule, or put later, is left alone.</summary>
internal sealed record PublishScheduled(Guid Id, string Variant) : ICommand<Done>
{
    public Permission Permission => ContentPermissions.Publish;
}

internal sealed class PublishScheduledHandler(
    ContentDbContext context, Opening opening, Readiness readiness, Publishing publishing, PublishedPages pages, FlowTrail trail, TimeProvider clock)
    : IRequestHandler<PublishScheduled, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(PublishScheduled request, CancellationToken cancellationToken)
    {
        var document = await opening.DocumentAsync(request.Id, cancellationToken);
        var variant = document?.Variants.SingleOrDefault(known => known.Key == request.Variant);
        if (document is null || variant is not { Draft: DraftState.Scheduled } || document.Lifecycle == Lifecycle.Binned || variant.PublishAt > clock.GetUtcNow())
        {
            return default(Done);
        }

        var draft = await context.Revisions.FindAsync([variant.DraftRevisionId], cancellationToken);
        if (await readiness.ProblemsAsync(document, variant, draft!, cancellationToken) is [var first, ..])
        {
            variant.Draft = DraftState.Failed;
            variant.ScheduleProblem = first.Message.Length <= Limits.Note ? first.Message : first.Message[..Limits.Note];
            trail.Record(ContentAudit.ScheduleFailed, document, variant, draft!.Number);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }

        await publishing.GoLiveAsync(document, variant, variant.PublishAt!.Value, uncheckedBy: null, cancellationToken);
        trail.Record(ContentAudit.Published, document, variant, draft!.Number);
        await context.SaveChangesAsync(cancellationToken);
        await pages.TellAsync(cancellationToken);
        return default(Done);
    }
}
