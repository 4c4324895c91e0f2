using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.AddMatterNote;

/// <summary>Says something about a matter that is open.</summary>
internal sealed record AddMatterNote(Guid Id, string Words) : ICommand<Guid>
{
    public Permission Permission => ImprovementPermissions.Raise;
}

internal sealed class AddMatterNoteValidator : AbstractValidator<AddMatterNote>
{
    public AddMatterNoteValidator() => RuleFor(note => note.Words).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Write what you want to say")
        .MaximumLength(MatterNote.MaximumWords).WithMessage($"Write {MatterNote.MaximumWords} characters or fewer");
}

internal sealed class AddMatterNoteHandler(ImprovementDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<AddMatterNote, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(AddMatterNote request, CancellationToken cancellationToken)
    {
        if (!await context.Matters.AnyAsync(matter => matter.Id == request.Id, cancellationToken))
        {
            return Outcome.NotFound;
        }

        if (await context.MatterNotes.AnyAsync(note => note.MatterId == request.Id && note.IsClosing, cancellationToken))
        {
            return Outcome.Invalid("", "This is closed. Raise a new one when it comes back");
        }

        var now = clock.GetUtcNow();
        var said = new MatterNote { Id = Guid.CreateVersion7(now), MatterId = request.Id, Words = request.Words.Trim(), IsClosing = false, At = now, By = actor.Id, ByRole = ActingRole.Of(actor) };
        context.MatterNotes.Add(said);
        audit.Record(context, ImprovementAudit.MatterNoted, Matter.Subject, request.Id);
        await context.SaveChangesAsync(cancellationToken);
        return said.Id;
    }
}
