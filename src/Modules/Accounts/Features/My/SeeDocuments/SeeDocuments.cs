using MediatR;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Accounts.Features.My.SeeDocuments;

internal sealed record SeeDocuments : IQuery<DocumentsDoor>
{
    public Permission Permission => FamilyPermissions.Documents;
}

/// <param name="NeedsSecondFactor">Nothing else is said before it is shown.</param>
/// <param name="OpensAt">Null when they are open; <see cref="DateTimeOffset.MaxValue"/> when only the council can open them.</param>
/// <param name="Cards">Empty until they are open.</param>
internal sealed record DocumentsDoor(bool NeedsSecondFactor, DateTimeOffset? OpensAt, IReadOnlyList<MyCard> Cards);

internal sealed class SeeDocumentsHandler(IEnumerable<IMyCards> cards, FamilyFactors factors, CurrentFamily current, Actor actor)
    : IRequestHandler<SeeDocuments, Outcome<DocumentsDoor>>
{
    public async Task<Outcome<DocumentsDoor>> Handle(SeeDocuments request, CancellationToken cancellationToken)
    {
        if (current.Value is not { } session)
        {
            return Outcome.Forbidden;
        }

        if (session.Factors < 2)
        {
            return new DocumentsDoor(true, null, []);
        }

        return await factors.HeldUntilAsync(session, cancellationToken) is { } until
            ? new DocumentsDoor(false, until, [])
            : new DocumentsDoor(false, null, await cards.OnAsync(MyPage.Documents, actor, cancellationToken));
    }
}
