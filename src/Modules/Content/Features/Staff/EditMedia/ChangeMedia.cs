using FluentValidation;
using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Media;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.EditMedia;

/// <param name="Version">As it was when the form was made.</param>
internal sealed record ChangeMedia(Guid Id, uint Version, string Name, string Alt, bool IsDecorative, string Owner, string Source) : ICommand<Done>
{
    public Permission Permission => ContentPermissions.Write;
}

internal sealed class ChangeMediaValidator : AbstractValidator<ChangeMedia>
{
    public ChangeMediaValidator()
    {
        RuleFor(media => media.Name).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Give it a name that says what it is").MaximumLength(MediaLimits.Name)
            .WithMessage($"The name is too long: {MediaLimits.Name} characters is the most");
        RuleFor(media => media.Owner).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Say which team looks after it").MaximumLength(MediaLimits.Owner)
            .WithMessage($"The team's name is too long: {MediaLimits.Owner} characters is the most");
        RuleFor(media => media.Source).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Say where it comes from and why we may show it").MaximumLength(MediaLimits.Source)
            .WithMessage($"That is too long: {MediaLimits.Source} characters is the most");
        RuleFor(media => media.Alt).MaximumLength(MediaLimits.Alt).WithMessage($"The words for the picture are too long: {MediaLimits.Alt} characters is the most");
    }
}

internal sealed class ChangeMediaHandler(ContentDbContext context, AuditTrail audit) : IRequestHandler<ChangeMedia, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ChangeMedia request, CancellationToken cancellationToken)
    {
        if (await context.Set<MediaItem>().SingleOrDefaultAsync(media => media.Id == request.Id, cancellationToken) is not { } item)
        {
            return Outcome.NotFound;
        }

        if (item.Version != request.Version)
        {
            return Outcome.Conflict("Somebody else changed this in the meantime. Look at what it says now, and change it again if you still want to");
        }

        if (item.Kind == MediaKind.Picture && PictureAlt.Complaint(request.Alt, request.IsDecorative) is { } complaint)
        {
            return Outcome.Invalid(nameof(request.Alt), complaint);
        }

        item.Name = request.Name.Trim();
        item.Owner = request.Owner.Trim();
        item.Source = request.Source.Trim();
        if (item.Kind == MediaKind.Picture)
        {
            item.IsDecorative = request.IsDecorative;
            item.Alt = request.IsDecorative ? null : request.Alt.Trim();
        }

        audit.Record(context, MediaAudit.Changed, "media", item.Id);
        await context.SaveChangesAsync(cancellationToken);

        // Pages print these words.
        await Notices.NotifyAsync(context, ContentModule.CacheTag, cancellationToken);
        return default(Done);
    }
}
