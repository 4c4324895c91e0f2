using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Files;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Downloads;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.AddEvidence;

/// <summary>A piece of evidence, to be taken.</summary>
internal sealed record TakeEvidence(Guid Id) : IQuery<FileDetails>
{
    public Permission Permission => ImprovementPermissions.See;
}

internal sealed class TakeEvidenceHandler(ImprovementDbContext context, IFiles files) : IRequestHandler<TakeEvidence, Outcome<FileDetails>>
{
    public async Task<Outcome<FileDetails>> Handle(TakeEvidence request, CancellationToken cancellationToken) =>
        await context.Evidence.Where(one => one.Id == request.Id).Select(one => (Guid?)one.FileId).SingleOrDefaultAsync(cancellationToken) is { } id
        && await files.FindAsync(PartEvidence.FileKind, id, cancellationToken) is { } file
            ? file
            : Outcome.NotFound;
}

internal static class EvidenceEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/staff/improvement/evidence/{id:guid}", async (Guid id, IMediator mediator, IFiles files, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(new TakeEvidence(id), cancellationToken);
            return found.IsOk ? new FileDownload(files, found.Value) : Results.NotFound();
        })
        .WithMetadata(ImprovementPermissions.See);
}
