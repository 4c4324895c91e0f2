using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Files;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.AddEvidence;

/// <summary>Keeps a file that shows what is claimed, with its digest, until it must be looked at again.</summary>
/// <param name="File">Null when none was chosen.</param>
internal sealed record AddEvidence(Guid Id, string Claim, DateOnly? ReviewOn, string Name, Stream? File) : ICommand<Guid>
{
    public static readonly FileRules Rules = new(PartEvidence.FileKind, FieldClass.Staff, [.. FileTypes.Documents, FileTypes.Xlsx, FileTypes.Pptx, FileTypes.Png, FileTypes.Jpeg]);

    public Permission Permission => ImprovementPermissions.Update;
}

internal sealed class AddEvidenceValidator : AbstractValidator<AddEvidence>
{
    public AddEvidenceValidator(TimeProvider clock)
    {
        RuleFor(one => one.File).Must(file => file is { Length: > 0 }).WithMessage("Choose a file");
        RuleFor(one => one.Claim).NotEmpty().WithMessage("Write what it shows")
            .MaximumLength(PartEvidence.MaximumClaim).WithMessage($"Write {PartEvidence.MaximumClaim} characters or fewer");
        RuleFor(one => one.ReviewOn).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write until when it is good")
            .Must(day => day > clock.Today()).WithMessage("This day has passed. Write a day that is still to come")
            .Must(day => day <= clock.Today().AddYears(2)).WithMessage("Evidence is good for two years at most. Check the year");
    }
}

internal sealed class AddEvidenceHandler(ImprovementDbContext context, IFiles files, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<AddEvidence, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(AddEvidence request, CancellationToken cancellationToken)
    {
        if (!await context.Parts.AnyAsync(part => part.Id == request.Id, cancellationToken))
        {
            return Outcome.NotFound;
        }

        var kept = await files.AddAsync(AddEvidence.Rules, request.Name, request.File!, cancellationToken);
        if (!kept.IsOk)
        {
            return Outcome<Guid>.Reject(kept.Errors);
        }

        var now = clock.GetUtcNow();
        var evidence = new PartEvidence
        {
            Id = Guid.CreateVersion7(now),
            PartId = request.Id,
            FileId = kept.Value.Id,
            Digest = Convert.ToHexStringLower([.. kept.Value.Sha256]),
            Claim = request.Claim.Trim(),
            ReviewOn = request.ReviewOn!.Value,
            At = now,
            By = actor.Id,
        };
        context.Evidence.Add(evidence);
        audit.Record(context, ImprovementAudit.EvidenceAdded, ImprovementPart.Subject, request.Id, changes: [new AuditChange("sha256", null, evidence.Digest)]);
        await context.SaveChangesAsync(cancellationToken);
        return evidence.Id;
    }
}
