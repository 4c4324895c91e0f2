using FluentValidation;
using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.Join.AskToJoin;

/// <summary>Anybody may. The same answer whether we know the address or not; answers with the key for the browser's cookie.</summary>
internal sealed record AskToJoin(string Contact) : ICommand<string>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class AskToJoinValidator : AbstractValidator<AskToJoin>
{
    public AskToJoinValidator() => RuleFor(ask => ask.Contact)
        .Must(typed => TypedContact.Read(typed) is not null).WithMessage(ask => TypedContact.Complaint(ask.Contact));
}

internal sealed class AskToJoinHandler(AccountsDbContext context, IContactPoints points, FamilyCodes codes, TimeProvider clock)
    : IRequestHandler<AskToJoin, Outcome<string>>
{
    public async Task<Outcome<string>> Handle(AskToJoin request, CancellationToken cancellationToken)
    {
        var typed = TypedContact.Read(request.Contact)!;
        var now = clock.GetUtcNow();
        var join = new JoinRequest
        {
            Id = Guid.CreateVersion7(now),
            ContactPointId = await points.ProposeAsync(typed.Kind, typed.Text, cancellationToken),
            State = JoinState.Started,
            CreatedAt = now,
        };
        context.JoinRequests.Add(join);
        await context.SaveChangesAsync(cancellationToken);

        // Whoever may sign in has nothing to join: a stranger's asking sends a family nothing. The same queries, and the same time, whoever it is.
        var known = (await points.FindVerifiedAsync(typed.Kind, typed.Text, cancellationToken))?.Id ?? Guid.Empty;
        var maySignIn = await context.FamilyAccess.AnyAsync(a => a.ContactPointId == known && a.State == FamilyAccessState.Active, cancellationToken);
        return await codes.AskAsync(FamilyCodeUse.Joining, null, join.Id, maySignIn ? null : join.ContactPointId, cancellationToken);
    }
}
