using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.Staff.ShareByLaw;

/// <summary>Asks to give an entry to somebody without a yes: it needs a ground in law, a reason, and a second person. Nothing leaves before that one agrees.</summary>
/// <param name="IsHidden">Telling the family would put somebody at risk.</param>
internal sealed record AskShareByLaw(Guid EntryId, LegalGround Ground, string Recipient, string Reason, bool IsHidden) : ICommand<Guid>
{
    public Permission Permission => RegisterPermissions.Share;
}

internal sealed class AskShareByLawValidator : AbstractValidator<AskShareByLaw>
{
    public AskShareByLawValidator()
    {
        RuleFor(ask => ask.Ground).IsInEnum().WithMessage("Choose the ground in law");
        RuleFor(ask => ask.Recipient).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Write which organisation gets it").MaximumLength(Share.MaximumRecipient)
            .WithMessage($"Write {Share.MaximumRecipient} letters or fewer").Must(IsOneLine).WithMessage("Write it in one line");
        RuleFor(ask => ask.Reason).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Write why it is needed").MaximumLength(Share.MaximumReason)
            .WithMessage($"Write {Share.MaximumReason} letters or fewer").Must(IsOneLine).WithMessage("Write it in one line");
        RuleFor(ask => ask.IsHidden).Must((ask, isHidden) => !isHidden || ask.Ground == LegalGround.Safeguarding)
            .WithMessage("Only to keep a child safe may it be kept from the family. Take the tick away, or choose that ground");
    }

    private static bool IsOneLine(string text) => !text.Any(char.IsControl);
}

internal sealed class AskShareByLawHandler(RegisterDbContext context, RegisterReader reader, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<AskShareByLaw, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(AskShareByLaw request, CancellationToken cancellationToken)
    {
        if (await reader.For(PublicTask.KeepTheRegister).AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == request.EntryId && entry.State != EntryState.Duplicate, cancellationToken) is not { } entry)
        {
            return Outcome.NotFound;
        }

        var now = clock.GetUtcNow();
        var share = new Share
        {
            Id = Guid.CreateVersion7(now),
            Ground = request.Ground,
            Recipient = request.Recipient.Trim(),
            Reason = request.Reason.Trim(),
            IsHidden = request.IsHidden,
            State = ShareState.Asked,
            MadeAt = now,
            MadeBy = actor.Id,
        };
        context.Shares.Add(share);
        context.SharedEntries.Add(new SharedEntry { ShareId = share.Id, EntryId = entry.Id });
        audit.Record(context, RegisterAudit.ShareAsked, Share.Subject, share.Id, changes: [new AuditChange("ground", null, request.Ground.ToString())]);
        await context.SaveChangesAsync(cancellationToken);
        return share.Id;
    }
}

/// <summary>Which entry it is about: a reference, and nothing else.</summary>
internal sealed record OpenShareByLaw(Guid EntryId) : IQuery<string>
{
    public Permission Permission => RegisterPermissions.Share;
}

internal sealed class OpenShareByLawHandler(RegisterReader reader) : IRequestHandler<OpenShareByLaw, Outcome<string>>
{
    public async Task<Outcome<string>> Handle(OpenShareByLaw request, CancellationToken cancellationToken) =>
        await reader.For(PublicTask.KeepTheRegister).Where(entry => entry.Id == request.EntryId && entry.State != EntryState.Duplicate).Select(entry => entry.Reference).SingleOrDefaultAsync(cancellationToken) is { } reference
            ? reference
            : Outcome.NotFound;
}
