using MediatR;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Accounts.Features.My.SeeMyPage;

internal sealed record SeeMyPage : IQuery<IReadOnlyList<MyCard>>
{
    public Permission Permission => FamilyPermissions.OwnPage;
}

internal sealed class SeeMyPageHandler(IEnumerable<IMyCards> cards, Actor actor) : IRequestHandler<SeeMyPage, Outcome<IReadOnlyList<MyCard>>>
{
    public async Task<Outcome<IReadOnlyList<MyCard>>> Handle(SeeMyPage request, CancellationToken cancellationToken) =>
        Outcome.Ok(await cards.OnAsync(MyPage.Home, actor, cancellationToken));
}

/// <summary>What this module itself puts on a family's page.</summary>
internal sealed class FamilyCards : IMyCards
{
    public Task<IReadOnlyList<MyCard>> ForAsync(Actor actor, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<MyCard>>(
        actor.May(FamilyPermissions.OwnPage)
            ?
            [
                new(MyPage.Home, "Documents", "Letters and plans. We ask you for a second code first.", FamilyDoor.Documents, 800),
                new(MyPage.Home, "Who looked at our record", "See who opened it, when and why.", "/my/who-looked", 810),
                new(MyPage.Home, "How you sign in", "Add a second way to show that it is you.", FamilyDoor.Security, 820),
            ]
            : []);
}
