using FluentValidation;
using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Accounts.Features.Join.ConfirmJoin;

/// <param name="Name">Who they say they are.</param>
/// <param name="For">For whom they ask: themselves, or the name of a child or young person.</param>
internal sealed record ConfirmJoin(string? BrowserKey, string Code, string Name, string For) : ICommand<Done>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class ConfirmJoinValidator : AbstractValidator<ConfirmJoin>
{
    public ConfirmJoinValidator()
    {
        RuleFor(join => join.Name).Must(IsSaid).WithMessage("Write your name, so that the officer can find you")
            .MaximumLength(JoinRequest.MaximumSaid).WithMessage($"Write {JoinRequest.MaximumSaid} letters or fewer");
        RuleFor(join => join.For).Must(IsSaid).WithMessage("Write the name of the child or young person. Write “me” when you ask for yourself")
            .MaximumLength(JoinRequest.MaximumSaid).WithMessage($"Write {JoinRequest.MaximumSaid} letters or fewer");
    }

    private static bool IsSaid(string typed) => !string.IsNullOrWhiteSpace(typed) && !typed.Any(char.IsControl);
}

internal sealed class ConfirmJoinHandler(AccountsDbContext context, FamilyCodes codes, AuditTrail audit) : IRequestHandler<ConfirmJoin, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ConfirmJoin request, CancellationToken cancellationToken)
    {
        var code = await codes.TryAsync(request.BrowserKey, [FamilyCodeUse.Joining], request.Code, cancellationToken);
        if (code is null || await context.JoinRequests.SingleOrDefaultAsync(j => j.Id == code.JoinId && j.State == JoinState.Started, cancellationToken) is not { } join)
        {
            return Outcome.Invalid(nameof(request.Code), FamilyCodes.Refusal);
        }

        // Asked before and not decided yet: the earlier one stands, and this one is forgotten.
        if (!await context.JoinRequests.AnyAsync(j => j.ContactPointId == join.ContactPointId && j.State == JoinState.Waiting, cancellationToken))
        {
            (join.State, join.SaidName, join.SaidFor) = (JoinState.Waiting, request.Name.Trim(), request.For.Trim());
            audit.Record(context, FamilyAudit.AskedToJoin, FamilyAudit.Join, join.Id);
            await context.SaveChangesAsync(cancellationToken);
        }

        return default(Done);
    }
}
