using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.CommentOnPart;

/// <summary>Says something about a part, for everybody of the partnership to read.</summary>
internal sealed record CommentOnPart(Guid Id, string Words) : ICommand<Guid>
{
    public Permission Permission => ImprovementPermissions.Raise;
}

internal sealed class CommentOnPartValidator : AbstractValidator<CommentOnPart>
{
    public CommentOnPartValidator() => RuleFor(comment => comment.Words).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Write what you want to say")
        .MaximumLength(PartComment.MaximumWords).WithMessage($"Write {PartComment.MaximumWords} characters or fewer");
}

internal sealed class CommentOnPartHandler(ImprovementDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<CommentOnPart, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(CommentOnPart request, CancellationToken cancellationToken)
    {
        if (!await context.Parts.AnyAsync(part => part.Id == request.Id, cancellationToken))
        {
            return Outcome.NotFound;
        }

        var now = clock.GetUtcNow();
        var comment = new PartComment { Id = Guid.CreateVersion7(now), PartId = request.Id, Words = request.Words.Trim(), At = now, By = actor.Id, ByRole = ActingRole.Of(actor) };
        context.PartComments.Add(comment);
        audit.Record(context, ImprovementAudit.Commented, ImprovementPart.Subject, request.Id);
        await context.SaveChangesAsync(cancellationToken);
        return comment.Id;
    }
}
