using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Register.Reading;

namespace Medway.LocalOffer.Register.Features.My.SeeOwnEntries;

/// <summary>On a family's own page, for those who have an entry.</summary>
internal sealed class OwnEntriesCard(RegisterViewers viewers) : IMyCards
{
    private const int AfterPlans = 40;

    public async Task<IReadOnlyList<MyCard>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.PersonId is { } person && actor.May(RegisterPermissions.Own) && (await viewers.EntriesForAsync(person, cancellationToken)).Count > 0
            ? [new MyCard(MyPage.Home, "Your register entry", "What we hold, and what you said yes to. You can change your mind with one press.", IndexModel.At, AfterPlans)]
            : [];
    }
}
