using FluentValidation;
using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Markdown;
using Medway.LocalOffer.Content.Media;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Files;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.AddMedia;

/// <summary>Keeps a picture, made smaller and stripped, or a PDF.</summary>
/// <param name="FileName">As it was called; only used to say that it is not what it is called.</param>
/// <param name="Size">In bytes, as it was sent; 0 when no file was chosen.</param>
/// <param name="Content">Empty when it is too big to read.</param>
internal sealed record AddMedia(string Name, string Alt, bool IsDecorative, string Owner, string Source, string FileName, long Size, byte[] Content) : ICommand<Guid>
{
    public Permission Permission => ContentPermissions.Write;
}

internal sealed class AddMediaValidator : AbstractValidator<AddMedia>
{
    public AddMediaValidator()
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

internal sealed class AddMediaHandler(ContentDbContext context, PictureMaking pictures, IFiles files, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<AddMedia, Outcome<Guid>>
{
    private const string FileField = "File";

    public async Task<Outcome<Guid>> Handle(AddMedia request, CancellationToken cancellationToken)
    {
        var kind = Sniffing.KindOf(request.Content);
        if (FileComplaint.Of(kind, request.FileName, request.Size, request.Content) is { } complaint)
        {
            return Outcome.Invalid(FileField, complaint);
        }

        var isPicture = kind != FileKind.Pdf;
        if (isPicture && PictureAlt.Complaint(request.Alt, request.IsDecorative) is { } missing)
        {
            return Outcome.Invalid(nameof(request.Alt), missing);
        }

        IReadOnlyList<MadePicture> made = [];
        if (isPicture)
        {
            (made, var failure) = await pictures.MakeAsync(kind, request.Content, cancellationToken);
            if (failure is not null)
            {
                return Outcome.Invalid(FileField, failure == PictureFailure.NoProgram ? FileComplaint.NoProgram : FileComplaint.NotMade);
            }
        }

        var item = await ItemAsync(request, isPicture, made, cancellationToken);
        foreach (var (content, width) in isPicture ? made.Select(picture => (picture.Content, picture.Width)) : [(request.Content, 0)])
        {
            var kept = await KeepAsync(item, content, width, cancellationToken);
            if (!kept.IsOk)
            {
                return Outcome.Invalid(FileField, kept.Errors[0].Message);
            }

            item.Files.Add(kept.Value);
        }

        context.Add(item);
        audit.Record(context, MediaAudit.Added, "media", item.Id);
        await context.SaveChangesAsync(cancellationToken);
        return item.Id;
    }

    private async Task<MediaItem> ItemAsync(AddMedia request, bool isPicture, IReadOnlyList<MadePicture> made, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return new MediaItem
        {
            Id = Guid.CreateVersion7(now),
            Key = await FreeKeyAsync(Anchors.Of(request.Name), cancellationToken),
            Name = request.Name.Trim(),
            Kind = isPicture ? MediaKind.Picture : MediaKind.Document,
            Alt = !isPicture || request.IsDecorative ? null : request.Alt.Trim(),
            IsDecorative = isPicture && request.IsDecorative,
            Owner = request.Owner.Trim(),
            Source = request.Source.Trim(),
            Width = isPicture ? made[0].Width : 0,
            Height = isPicture ? made[0].Height : 0,
            AddedAt = now,
            AddedBy = actor.Id ?? "",
        };
    }

    /// <summary>The platform looks at it once more, and has it scanned where a scanner is set up.</summary>
    private async Task<Outcome<MediaFile>> KeepAsync(MediaItem item, byte[] content, int width, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(content);
        var stored = await files.AddAsync(MediaFiles.Rules, item.Key, stream, cancellationToken);
        if (!stored.IsOk)
        {
            return Outcome<MediaFile>.Reject(stored.Errors);
        }

        return new MediaFile
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            MediaId = item.Id,
            FileName = Convert.ToHexStringLower([.. stored.Value.Sha256.Take(6)]) + (width > 0 ? FormattableString.Invariant($"-{width}") : "") + stored.Value.Type.Extension,
            ContentType = stored.Value.Type.MediaType,
            Width = width,
            Size = stored.Value.Size,
            StoredId = stored.Value.Id,
        };
    }

    private async Task<string> FreeKeyAsync(string wanted, CancellationToken cancellationToken)
    {
        var taken = await context.Set<MediaItem>().Where(media => media.Key.StartsWith(wanted)).Select(media => media.Key).ToHashSetAsync(cancellationToken);
        var free = wanted;
        for (var number = 2; taken.Contains(free); number++)
        {
            free = FormattableString.Invariant($"{wanted}-{number}");
        }

        return free;
    }
}
