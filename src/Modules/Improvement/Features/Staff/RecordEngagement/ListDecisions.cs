using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.RecordEngagement;

/// <summary>Decisions of the board, to choose from: the latest first.</summary>
internal sealed record ListDecisions : IQuery<IReadOnlyList<DecisionChoice>>
{
    public Permission Permission => ImprovementPermissions.See;
}

internal sealed record DecisionChoice(Guid Id, string Title);

internal sealed class ListDecisionsHandler(ImprovementDbContext context) : IRequestHandler<ListDecisions, Outcome<IReadOnlyList<DecisionChoice>>>
{
    private const int Most = 100;

    public async Task<Outcome<IReadOnlyList<DecisionChoice>>> Handle(ListDecisions request, CancellationToken cancellationToken) => Outcome.Ok<IReadOnlyList<DecisionChoice>>(
        await context.Matters.Where(matter => matter.Kind == MatterKind.Decision).OrderByDescending(matter => matter.At).ThenBy(matter => matter.Id).Take(Most)
            .Select(matter => new DecisionChoice(matter.Id, matter.Title)).ToListAsync(cancellationToken));
}
