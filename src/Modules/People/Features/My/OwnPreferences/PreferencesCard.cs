using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.People.Features.My.OwnPreferences;

internal sealed class PreferencesCard : IMyCards
{
    private const int AfterWhatHappens = 500;

    public Task<IReadOnlyList<MyCard>> ForAsync(Actor actor, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<MyCard>>(
        actor.May(PeoplePermissions.OwnPreferences)
            ? [new MyCard(MyPage.Home, "How we tell you things", "By e-mail, text, letter or phone. In large print, or in your language.", "/my/preferences", AfterWhatHappens)]
            : []);
}
