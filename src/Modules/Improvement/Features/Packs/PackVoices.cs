using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Improvement.Voices;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Packs;

/// <summary>Who was asked since the last pack, as a pack reads and writes it: before everything else that was done.</summary>
internal sealed class PackVoices(ImprovementDbContext context, YoungVoices voices)
{
    /// <param name="since">The day of the last pack: what was written down on it or later.</param>
    public async Task<IReadOnlyList<PackEngagement>> AskedAsync(DateOnly since, CancellationToken cancellationToken)
    {
        var begin = UkTime.StartOf(since);
        var rows = await context.Engagements.AsNoTracking().Where(one => one.At >= begin).OrderBy(one => one.HeldOn).ThenBy(one => one.Id)
            .Select(one => new
            {
                one.HeldOn,
                one.AskedGroup,
                one.Who,
                one.Level,
                Part = context.Parts.Where(part => part.Id == one.PartId).Select(part => part.Reference).FirstOrDefault(),
                one.Said,
                Changed = context.EngagementChanges.Where(change => change.EngagementId == one.Id).OrderByDescending(change => change.At).ThenByDescending(change => change.Id)
                    .Select(change => change.Words).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new PackEngagement(row.HeldOn, row.AskedGroup, row.Who, row.Level, row.Part, row.Said, row.Changed))];
    }

    public Task<int> PartsWithoutInputAsync(CancellationToken cancellationToken)
    {
        var input = voices.Input;
        return context.Parts.CountAsync(part => !input.Any(one => one.PartId == part.Id), cancellationToken);
    }

    public static void Write(PackPage page, PackFacts facts)
    {
        if (facts.PartsWithoutYoungInput is { } without)
        {
            page.Paragraph(without == 0 ? "Children or young people had a say in every part." : $"Nobody has asked children or young people about {without} of {facts.Parts.Count} parts.");
        }

        foreach (var one in facts.Asked)
        {
            page.Subheading($"{VoiceWords.Of(one.Group)}, {one.HeldOn.Long()}: {one.Who}").Quote(one.Said).List(
            [
                $"How: {VoiceWords.Of(one.Level)}",
                one.Part is { } part ? $"About part {part}" : "About the whole plan",
                one.Changed is { } changed ? $"What changed: {changed}" : "Nothing has changed because of it yet",
            ]);
        }
    }
}
