using FluentValidation;
using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.AddGroups;

/// <summary>A school or youth group joins the round. Every card belongs to a group, so that somebody near can help.</summary>
internal sealed record AddGroup(Guid RoundId, string Name, string Contact, bool MayBeQuoted) : ICommand<Guid>
{
    public Permission Permission => CoDesignPermissions.Run;
}

internal sealed class AddGroupValidator : AbstractValidator<AddGroup>
{
    public AddGroupValidator()
    {
        RuleFor(group => group.Name).NotEmpty().WithMessage("Write the group's name").MaximumLength(Group.MaximumName).WithMessage($"Write {Group.MaximumName} characters or fewer");
        RuleFor(group => group.Contact).NotEmpty().WithMessage("Write whom to call about a young person of this group")
            .MaximumLength(Group.MaximumContact).WithMessage($"Write {Group.MaximumContact} characters or fewer");
    }
}

internal sealed class AddGroupHandler(CoDesignDbContext context, AuditTrail audit, TimeProvider clock) : IRequestHandler<AddGroup, Outcome<Guid>>
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public async Task<Outcome<Guid>> Handle(AddGroup request, CancellationToken cancellationToken)
    {
        if (await context.Rounds.SingleOrDefaultAsync(round => round.Id == request.RoundId, cancellationToken) is not { } round)
        {
            return Outcome.NotFound;
        }

        var groups = await context.Groups.CountAsync(group => group.RoundId == round.Id, cancellationToken);
        if (round.State > RoundState.Open || groups >= Letters.Length)
        {
            return Outcome.Conflict(round.State > RoundState.Open ? "The round is over: no group can join it" : $"A round has {Letters.Length} groups at most");
        }

        var group = new Group
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            RoundId = round.Id,
            Letter = Letters[groups].ToString(),
            Name = request.Name.Trim(),
            Contact = request.Contact.Trim(),
            MayBeQuoted = request.MayBeQuoted,
        };
        context.Groups.Add(group);
        audit.Record(context, CoDesignAudit.GroupSaved, CoDesignAudit.Group, group.Id);
        await context.SaveChangesAsync(cancellationToken);
        return group.Id;
    }
}
