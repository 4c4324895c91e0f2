using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Features.Packs;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeSendDashboard;

/// <summary>The interim SEND dashboard of action 1.2: figures for every partner, none of them about one child.</summary>
internal sealed record SeeSendDashboard : IQuery<DashboardView>
{
    public Permission Permission => ImprovementPermissions.See;
}

/// <param name="LastBoard">The board whose pack the older figures are from; null when there is none.</param>
internal sealed record DashboardView(
    DateOnly Today, IReadOnlyList<DashboardFigure> Figures, DateOnly? LastBoard, IReadOnlyDictionary<Brag, int> Colours, IReadOnlyDictionary<MatterKind, int> OpenMatters, int PartsWithVoice, int PartsTold);

/// <param name="Before">As the last board read it; null when it did not.</param>
internal sealed record DashboardFigure(PackKpi Now, string? Before);

internal sealed class SeeSendDashboardHandler(ImprovementDbContext context, PartReader reader, PackFigures figures, TimeProvider clock) : IRequestHandler<SeeSendDashboard, Outcome<DashboardView>>
{
    public async Task<Outcome<DashboardView>> Handle(SeeSendDashboard request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var last = await context.Packs.Join(context.Boards.Where(board => board.HeldOn < today), pack => pack.BoardId, board => board.Id, (pack, board) => new { pack.Facts, pack.At, board.HeldOn })
            .OrderByDescending(pack => pack.HeldOn).ThenByDescending(pack => pack.At).Select(pack => pack.Facts).FirstOrDefaultAsync(cancellationToken);
        var before = last is null ? null : PackFacts.Read(last);
        var then = (before?.Figures ?? []).ToDictionary(figure => figure.Code, figure => figure.Figure, StringComparer.Ordinal);
        var open = await context.Matters.Where(matter => !context.MatterNotes.Any(note => note.MatterId == matter.Id && note.IsClosing)).Select(matter => matter.Kind).ToListAsync(cancellationToken);
        var next = await reader.NextBoardAsync(cancellationToken);
        var told = (await context.Updates.Where(update => update.Board == next).Select(update => new { update.PartId, HasVoice = update.Voice != null }).ToListAsync(cancellationToken))
            .GroupBy(update => update.PartId).ToList();
        return new DashboardView(
            today,
            [.. (await figures.ReadAsync(cancellationToken)).Select(figure => new DashboardFigure(figure, then.GetValueOrDefault(figure.Code)))],
            before?.Board,
            (await reader.ReadAsync(only: null, cancellationToken)).CountBy(part => part.Shown).ToDictionary(),
            open.CountBy(kind => kind).ToDictionary(),
            told.Count(part => part.Any(update => update.HasVoice)),
            told.Count);
    }
}
