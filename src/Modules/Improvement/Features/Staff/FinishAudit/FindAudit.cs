using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.FinishAudit;

/// <summary>Which audit a form is about.</summary>
internal sealed record FindAudit(Guid Id) : IQuery<AuditToFinish>
{
    public Permission Permission => AuditPermissions.Keep;
}

internal sealed record AuditToFinish(Guid DrawId, int Number, AuditKind Kind);

internal sealed class FindAuditHandler(ImprovementDbContext context) : IRequestHandler<FindAudit, Outcome<AuditToFinish>>
{
    public async Task<Outcome<AuditToFinish>> Handle(FindAudit request, CancellationToken cancellationToken) =>
        await context.AuditItems.Where(item => item.Id == request.Id)
            .Join(context.AuditDraws, item => item.DrawId, draw => draw.Id, (item, draw) => new AuditToFinish(draw.Id, item.Number, draw.Kind))
            .SingleOrDefaultAsync(cancellationToken) is { } found
            ? found
            : Outcome.NotFound;
}
