using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.TakeDownProgress;

/// <summary>Takes a part off the public page at once. What was published stays as a row; another one follows it that shows nothing.</summary>
internal sealed record TakeDownProgress(Guid Id, string Reason) : ICommand<Done>
{
    public const int MaximumReason = 300;

    public Permission Permission => ImprovementPermissions.Publish;
}

internal sealed class TakeDownProgressValidator : AbstractValidator<TakeDownProgress>
{
    public TakeDownProgressValidator() => RuleFor(take => take.Reason).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Write why it should go")
        .MaximumLength(TakeDownProgress.MaximumReason).WithMessage($"Write {TakeDownProgress.MaximumReason} characters or fewer");
}

internal sealed class TakeDownProgressHandler(ImprovementDbContext context, AuditTrail audit, TimeProvider clock) : IRequestHandler<TakeDownProgress, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TakeDownProgress request, CancellationToken cancellationToken)
    {
        if (!await context.Parts.AnyAsync(part => part.Id == request.Id, cancellationToken))
        {
            return Outcome.NotFound;
        }

        await context.Database.LockAsync($"improvement.public {request.Id:n}", cancellationToken);
        var shown = await context.Progress.AsNoTracking().Where(row => row.PartId == request.Id).OrderByDescending(row => row.PublishedAt).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        if (shown is not { IsShown: true })
        {
            return Outcome.Invalid("", "This part is not on the public page");
        }

        var now = clock.GetUtcNow();
        context.Progress.Add(new PublishedProgress
        {
            Id = Guid.CreateVersion7(now),
            PartId = shown.PartId,
            Position = shown.Position,
            Area = shown.Area,
            Title = "",
            State = shown.State,
            Due = shown.Due,
            YouSaid = "",
            WeWill = "",
            WeDid = "",
            EasyYouSaid = "",
            EasyWeWill = "",
            EasyWeDid = "",
            IsShown = false,
            PublishedAt = now,
        });
        audit.Record(context, ImprovementAudit.PublicTakenDown, ImprovementPart.Subject, request.Id, request.Reason.Trim());
        await Notices.NotifyAsync(context, ImprovementModule.CacheTag, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
