using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.SeeProgress;

/// <summary>What is published about the plan: the latest words of each part, in the order of the plan.</summary>
internal sealed record SeeProgress : IQuery<IReadOnlyList<PublishedProgress>>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class SeeProgressHandler(ImprovementDbContext context) : IRequestHandler<SeeProgress, Outcome<IReadOnlyList<PublishedProgress>>>
{
    public async Task<Outcome<IReadOnlyList<PublishedProgress>>> Handle(SeeProgress request, CancellationToken cancellationToken)
    {
        var rows = await context.Progress.AsNoTracking().OrderBy(row => row.PublishedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        return Outcome.Ok<IReadOnlyList<PublishedProgress>>(
            [.. rows.GroupBy(row => row.PartId).Select(versions => versions.Last()).Where(row => row.IsShown).OrderBy(row => row.Position)]);
    }
}
