using MediatR;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Reaching;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.ListChecks;

/// <summary>Pairs that hold messages: a death or a restriction on the one, and nobody has compared them. References only.</summary>
internal sealed record ListChecks : IQuery<ChecksList>
{
    public Permission Permission => PeoplePermissions.Compare;
}

internal sealed record ChecksList(IReadOnlyList<CheckRow> Rows, bool HasMore);

/// <param name="HeldId">Everything to this one waits.</param>
/// <param name="Held">Its reference.</param>
internal sealed record CheckRow(Guid HeldId, Guid OtherId, string Held, string Other)
{
    public string Href => $"/staff/people/compare/{HeldId}/{OtherId}";
}

internal sealed class ListChecksHandler(PeopleReader reader) : IRequestHandler<ListChecks, Outcome<ChecksList>>
{
    public const int Most = 50;

    public async Task<Outcome<ChecksList>> Handle(ListChecks request, CancellationToken cancellationToken)
    {
        var pairs = await OpenAsync(reader, cancellationToken);
        return new ChecksList([.. pairs.Take(Most)], pairs.Count > Most);
    }

    /// <summary>Each pair once, whichever of the two is held.</summary>
    public static async Task<IReadOnlyList<CheckRow>> OpenAsync(PeopleReader reader, CancellationToken cancellationToken)
    {
        var pairs = await reader.Unchecked(null).Distinct().OrderBy(pair => pair.RowId).ThenBy(pair => pair.OtherId).Take((Most + 1) * 2).ToListAsync(cancellationToken);
        return [.. pairs.DistinctBy(pair => DifferentPeople.Pair(pair.RowId, pair.OtherId)).Select(pair => new CheckRow(pair.RowId, pair.OtherId, pair.Row, pair.Other))];
    }
}
