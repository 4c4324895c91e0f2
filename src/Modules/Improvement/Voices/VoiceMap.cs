using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Voices;

/// <param name="Area">In words; the whole plan has a row of its own.</param>
/// <param name="Times">How often each group was asked.</param>
internal sealed record MapRow(string Area, IReadOnlyDictionary<AskedGroup, int> Times);

/// <param name="Parts">References of parts about which children or young people had no say.</param>
internal sealed record MapGap(string Area, IReadOnlyList<string> Parts);

/// <summary>Who was asked about what, and about what nobody was asked. A handful of statements, however long the plan is.</summary>
internal sealed class VoiceMap(ImprovementDbContext context, YoungVoices voices)
{
    public async Task<(IReadOnlyList<MapRow> Rows, IReadOnlyList<MapGap> Gaps)> ReadAsync(CancellationToken cancellationToken)
    {
        var parts = await (
            from part in context.Parts
            join action in context.Actions on part.ActionId equals action.Id
            join area in context.Areas on action.AreaId equals area.Id
            orderby part.Position
            select new { part.Id, part.Reference, AreaId = area.Id, area.Number, area.Title }).ToListAsync(cancellationToken);
        var asked = await context.Engagements.GroupBy(one => new { one.PartId, one.AskedGroup }).Select(group => new { group.Key.PartId, Group = group.Key.AskedGroup, Times = group.Count() }).ToListAsync(cancellationToken);
        var heard = (await voices.Input.Where(one => one.PartId != null).Select(one => one.PartId!.Value).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        var areas = parts.GroupBy(part => part.AreaId).ToList();
        return (
            [
                .. areas.Select(area =>
                {
                    var ids = area.Select(part => part.Id).ToHashSet();
                    return new MapRow(
                        Named(area.First().Number, area.First().Title),
                        asked.Where(one => one.PartId is { } id && ids.Contains(id)).GroupBy(one => one.Group).ToDictionary(group => group.Key, group => group.Sum(one => one.Times)));
                }),
                new MapRow("The whole plan", asked.Where(one => one.PartId is null).ToDictionary(one => one.Group, one => one.Times)),
            ],
            [
                .. areas.Select(area => new MapGap(Named(area.First().Number, area.First().Title), [.. area.Where(part => !heard.Contains(part.Id)).Select(part => part.Reference)]))
                    .Where(gap => gap.Parts.Count > 0),
            ]);
    }

    private static string Named(int number, string title) => $"{number}. {title}";
}
