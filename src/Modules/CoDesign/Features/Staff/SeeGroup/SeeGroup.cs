using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.SeeGroup;

/// <summary>A group with its cards; no answers.</summary>
internal sealed record SeeGroup(Guid Id) : IQuery<SeenGroup>
{
    public Permission Permission => CoDesignPermissions.Run;
}

internal sealed record SeenGroup(Group Group, IReadOnlyList<Reviewer> Reviewers);

internal sealed class SeeGroupHandler(CoDesignDbContext context) : IRequestHandler<SeeGroup, Outcome<SeenGroup>>
{
    public async Task<Outcome<SeenGroup>> Handle(SeeGroup request, CancellationToken cancellationToken) =>
        await context.Groups.AsNoTracking().Include(group => group.Round).SingleOrDefaultAsync(group => group.Id == request.Id, cancellationToken) is { } group
            ? new SeenGroup(group, await context.Reviewers.AsNoTracking().Where(reviewer => reviewer.GroupId == group.Id).OrderBy(reviewer => reviewer.Number).ToListAsync(cancellationToken))
            : Outcome.NotFound;
}
