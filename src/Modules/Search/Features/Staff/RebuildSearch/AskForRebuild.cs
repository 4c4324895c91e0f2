using System.Text.Json;
using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Jobs;

namespace Medway.LocalOffer.Search.Features.Staff.RebuildSearch;

/// <summary>Puts a rebuild in the queue; one at a time.</summary>
internal sealed record AskForRebuild : ICommand<Done>
{
    public Permission Permission => SearchPermissions.Rebuild;
}

internal sealed class AskForRebuildHandler(SearchDbContext context, JobQueue queue, AuditTrail audit, TimeProvider clock) : IRequestHandler<AskForRebuild, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AskForRebuild request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rebuild = new Rebuild { Id = Guid.CreateVersion7(now), StartedAt = now };
        var payload = JsonSerializer.Serialize(new RebuildProjectionJob.Payload(rebuild.Id), JsonSerializerOptions.Web);
        if (!await queue.EnqueueAsync(context, RebuildProjectionJob.Kind, "all", payload, cancellationToken: cancellationToken))
        {
            return Outcome.Conflict("It is being built already. Wait until that is done.");
        }

        context.Rebuilds.Add(rebuild);
        audit.Record(context, SearchAudit.RebuildAsked, "rebuild", rebuild.Id);
        await context.SaveChangesAsync(cancellationToken);
        return new Done();
    }
}
