using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ListTouchpoints;

/// <summary>What families hear from us, and when.</summary>
internal sealed record ListTouchpoints : IQuery<IReadOnlyList<TouchpointKind>>
{
    public Permission Permission => EhcpPermissions.List;
}

internal sealed class ListTouchpointsHandler(EhcpDbContext context) : IRequestHandler<ListTouchpoints, Outcome<IReadOnlyList<TouchpointKind>>>
{
    public async Task<Outcome<IReadOnlyList<TouchpointKind>>> Handle(ListTouchpoints request, CancellationToken cancellationToken) =>
        Outcome.Ok<IReadOnlyList<TouchpointKind>>(await context.TouchpointKinds.AsNoTracking().OrderBy(kind => kind.Code).ToListAsync(cancellationToken));
}
