using FluentValidation;
using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.My.AskToSignIn;

/// <summary>A code for whoever typed this, if we know it. Nobody learns whether we do.</summary>
internal sealed record AskToSignIn(string Contact) : ICommand<string>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class AskToSignInValidator : AbstractValidator<AskToSignIn>
{
    public AskToSignInValidator() => RuleFor(ask => ask.Contact)
        .Must(typed => TypedContact.Read(typed) is not null).WithMessage(ask => TypedContact.Complaint(ask.Contact));
}

internal sealed class AskToSignInHandler(AccountsDbContext context, IContactPoints points, FamilyCodes codes) : IRequestHandler<AskToSignIn, Outcome<string>>
{
    public async Task<Outcome<string>> Handle(AskToSignIn request, CancellationToken cancellationToken)
    {
        var typed = TypedContact.Read(request.Contact)!;
        var found = await points.FindVerifiedAsync(typed.Kind, typed.Text, cancellationToken);

        // Asked for nobody too: the same queries, and the same time, whoever it is.
        var (person, point) = (found?.PersonId ?? Guid.Empty, found?.Id ?? Guid.Empty);
        var access = await context.FamilyAccess
            .Where(a => a.PersonId == person && a.ContactPointId == point && a.State == FamilyAccessState.Active)
            .Select(a => (Guid?)a.Id)
            .SingleOrDefaultAsync(cancellationToken);
        return await codes.AskAsync(FamilyCodeUse.SigningIn, access, null, access is null ? null : point, cancellationToken);
    }
}
