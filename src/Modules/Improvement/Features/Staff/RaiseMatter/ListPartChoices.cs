using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.RaiseMatter;

/// <summary>The parts of the plan, to choose from.</summary>
internal sealed record ListPartChoices : IQuery<IReadOnlyList<PartChoice>>
{
    public Permission Permission => ImprovementPermissions.See;
}

/// <param name="Words">The first words of its text.</param>
internal sealed record PartChoice(Guid Id, string Reference, string Words);

internal sealed class ListPartChoicesHandler(ImprovementDbContext context) : IRequestHandler<ListPartChoices, Outcome<IReadOnlyList<PartChoice>>>
{
    private const int Letters = 60;

    public async Task<Outcome<IReadOnlyList<PartChoice>>> Handle(ListPartChoices request, CancellationToken cancellationToken)
    {
        var parts = await context.Parts.OrderBy(part => part.Position).Select(part => new { part.Id, part.Reference, part.Text }).ToListAsync(cancellationToken);
        return Outcome.Ok<IReadOnlyList<PartChoice>>(
            [.. parts.Select(part => new PartChoice(part.Id, part.Reference, part.Text.Length <= Letters ? part.Text : $"{part.Text[..Letters].TrimEnd()}…"))]);
    }
}
