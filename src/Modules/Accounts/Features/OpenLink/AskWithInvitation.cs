using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.OpenLink;

/// <summary>The page has looked at the link. Answers with the key for the browser's cookie.</summary>
internal sealed record AskWithInvitation(Guid AccessId) : ICommand<string>
{
    /// <summary>The link is what lets somebody do this.</summary>
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class AskWithInvitationHandler(AccountsDbContext context, FamilyCodes codes) : IRequestHandler<AskWithInvitation, Outcome<string>>
{
    public async Task<Outcome<string>> Handle(AskWithInvitation request, CancellationToken cancellationToken) =>
        await context.FamilyAccess.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.AccessId && a.State == FamilyAccessState.Invited, cancellationToken) is { } access
            ? await codes.AskAsync(FamilyCodeUse.Binding, access.Id, null, access.ContactPointId, cancellationToken)
            : Outcome.NotFound;
}
