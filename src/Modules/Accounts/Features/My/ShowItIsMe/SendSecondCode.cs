using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Accounts.Features.My.ShowItIsMe;

/// <summary>A code to another contact point of the same person. Answers with the key for the browser's cookie.</summary>
internal sealed record SendSecondCode(Guid ContactPointId) : ICommand<string>
{
    public Permission Permission => FamilyPermissions.OwnSecurity;
}

internal sealed class SendSecondCodeHandler(FamilyFactors factors, FamilyCodes codes, CurrentFamily current) : IRequestHandler<SendSecondCode, Outcome<string>>
{
    public async Task<Outcome<string>> Handle(SendSecondCode request, CancellationToken cancellationToken) =>
        current.Value is { } session && (await factors.OtherPointsAsync(session, cancellationToken)).Any(point => point.Id == request.ContactPointId)
            ? await codes.AskAsync(FamilyCodeUse.SecondFactor, session.AccessId, null, request.ContactPointId, cancellationToken)
            : Outcome.NotFound;
}
