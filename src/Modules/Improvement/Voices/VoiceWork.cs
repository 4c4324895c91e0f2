using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Voices;

/// <summary>The charter's yearly look, in My work; and a record of who was asked to open for the crawls of tests.</summary>
internal sealed class VoiceWork(ImprovementDbContext context, CharterReader charters) : IWorkItems, ISampleRoutes
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken) =>
        actor.May(VoicePermissions.Keep) && await charters.ReadAsync(cancellationToken) is { IsLookLate: true } state
            ? [new WorkItem("Improvement plan", "Nobody has looked at the co-production charter for a year", "Look once a year whether it is kept.", state.NextLook, "/staff/improvement/charter", "Open the charter", "i-people")]
            : [];

    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        var engagement = await context.Engagements.OrderBy(one => one.At).Select(one => one.Id).FirstOrDefaultAsync(cancellationToken);
        return new[] { "staff/improvement/engagement/{id}", "staff/improvement/engagement/{id}/changed" }
            .ToDictionary(route => route, _ => (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { ["id"] = engagement.ToString("D") }, StringComparer.Ordinal);
    }
}
