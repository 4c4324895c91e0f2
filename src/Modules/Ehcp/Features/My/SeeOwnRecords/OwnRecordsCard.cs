using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Ehcp.Features.My.SeeOwnRecords;

/// <summary>First on a family's own page, for those who have a record to see.</summary>
internal sealed class OwnRecordsCard(Viewers viewers) : IMyCards
{
    private const int First = 10;

    public async Task<IReadOnlyList<MyCard>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.PersonId is { } person && actor.May(EhcpPermissions.Own) && (await viewers.RecordsForAsync(person, cancellationToken)).Count > 0
            ? [new MyCard(MyPage.Home, "Where we are", "What is happening, who acts next, and by when.", "/my/ehc-plan", First)]
            : [];
    }
}
