using MediatR;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Accounts.Features.My.ShowItIsMe;

internal sealed record SeeSecurity : IQuery<SecurityView>
{
    public Permission Permission => FamilyPermissions.OwnSecurity;
}

/// <param name="Others">Where a second code may go; masked.</param>
/// <param name="MayAddApp">Whoever has another way shows that first.</param>
internal sealed record SecurityView(bool IsSure, bool HasApp, IReadOnlyList<ContactPoint> Others, bool MayAddApp);

internal sealed class SeeSecurityHandler(FamilyFactors factors, CurrentFamily current) : IRequestHandler<SeeSecurity, Outcome<SecurityView>>
{
    public async Task<Outcome<SecurityView>> Handle(SeeSecurity request, CancellationToken cancellationToken)
    {
        if (current.Value is not { } session)
        {
            return Outcome.Forbidden;
        }

        var others = await factors.OtherPointsAsync(session, cancellationToken);
        return new SecurityView(session.Factors >= 2, session.HasApp, others, await factors.MayAddAppAsync(session, cancellationToken));
    }
}
