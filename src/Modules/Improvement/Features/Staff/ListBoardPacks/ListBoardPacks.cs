using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.ListBoardPacks;

/// <summary>Boards with the packs that they were given, the latest first.</summary>
internal sealed record ListBoardPacks : IQuery<IReadOnlyList<BoardView>>
{
    public Permission Permission => ImprovementPermissions.See;
}

/// <param name="IsNext">The next one to meet: its pack can be made.</param>
internal sealed record BoardView(Guid Id, DateOnly HeldOn, bool IsNext, IReadOnlyList<PackRow> Packs);

internal sealed record PackRow(Guid Id, Guid BoardId, DateTimeOffset At, string Digest);

internal sealed class ListBoardPacksHandler(ImprovementDbContext context, PartReader reader) : IRequestHandler<ListBoardPacks, Outcome<IReadOnlyList<BoardView>>>
{
    public async Task<Outcome<IReadOnlyList<BoardView>>> Handle(ListBoardPacks request, CancellationToken cancellationToken)
    {
        var next = await reader.NextBoardAsync(cancellationToken);
        var packs = (await context.Packs.OrderByDescending(pack => pack.At).ThenBy(pack => pack.Id)
            .Select(pack => new PackRow(pack.Id, pack.BoardId, pack.At, pack.Digest)).ToListAsync(cancellationToken)).ToLookup(pack => pack.BoardId);
        var boards = await context.Boards.AsNoTracking().OrderByDescending(board => board.HeldOn).ToListAsync(cancellationToken);
        return Outcome.Ok<IReadOnlyList<BoardView>>(
            [.. boards.Select(board => new BoardView(board.Id, board.HeldOn, board.HeldOn == next, [.. packs[board.Id]]))]);
    }
}
