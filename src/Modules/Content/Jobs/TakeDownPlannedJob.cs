using System.Globalization;
using System.Text.Json;
using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Jobs;

/// <summary>
/// Takes one page down at its time. A job for each, so that one that fails does not stop the rest; all it does is one transaction, and it
/// begins with the plan, which that transaction removes: a host that dies loses nothing, and the next one takes nothing down twice.
/// </summary>
internal sealed class TakeDownPlannedJob(IMediator mediator) : IJob
{
    public static string Kind => "content.page-take-down";

    /// <summary>Adds the job in the caller's transaction. Ending the plan needs no more: the job then finds nothing to do.</summary>
    public static Task EnqueueAsync(JobQueue jobs, ContentDbContext context, PlannedTakeDown plan, CancellationToken cancellationToken) => jobs.EnqueueAsync(
        context, Kind, $"{plan.DocumentId:n}:{plan.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}",
        JsonSerializer.Serialize(new Payload(plan.DocumentId), JsonSerializerOptions.Web), plan.At, cancellationToken);

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await mediator.Send(new TakeDownPlanned(context.Read<Payload>()!.DocumentId), cancellationToken);

    private sealed record Payload(Guid DocumentId);
}

/// <summary>Takes a page down whose time has come; what was put later, or is to stay, is left alone.</summary>
internal sealed record TakeDownPlanned(Guid Id) : ICommand<Done>
{
    public Permission Permission => ContentPermissions.Publish;
}

internal sealed class TakeDownPlannedHandler(
    ContentDbContext context, Opening opening, TakingDown takingDown, PublishedPages pages, FlowTrail trail, TimeProvider clock)
    : IRequestHandler<TakeDownPlanned, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TakeDownPlanned request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync(Tree.Lock, cancellationToken);
        var document = await opening.DocumentAsync(request.Id, cancellationToken);
        var plan = await context.PlannedTakeDowns.SingleOrDefaultAsync(plan => plan.DocumentId == request.Id, cancellationToken);
        if (document is null || plan is null || plan.Problem is not null || plan.At > clock.GetUtcNow())
        {
            return default(Done);
        }

        if (await ProblemAsync(document, plan, cancellationToken) is { } problem)
        {
            plan.Problem = problem;
            trail.Record(ContentAudit.TakeDownFailed, document);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }

        await takingDown.DownAsync(document, plan.Reason, plan.Words, plan.MergedIntoId, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await pages.TellAsync(cancellationToken);
        return default(Done);
    }

    private async Task<string?> ProblemAsync(Document document, PlannedTakeDown plan, CancellationToken cancellationToken) =>
        !Domain.Flow.Allows(FlowAction.TakeDown, document.Full.State(document.Lifecycle)) ? "It was not live at that time, so there was nothing to take down"
        : plan.MergedIntoId is { } target && !await takingDown.IsTargetAsync(target, cancellationToken) ? "The page that says it now is not live itself"
        : null;
}
