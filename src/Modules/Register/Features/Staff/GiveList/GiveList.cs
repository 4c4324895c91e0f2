using System.Globalization;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Sharing;

namespace Medway.LocalOffer.Register.Features.Staff.GiveList;

/// <summary>
/// A list for a recipient whom families said yes to. Who stands on it is written down first, so that the recipient can be told to delete when a yes ends.
/// </summary>
/// <param name="School">For the school that a family named: its name as they wrote it.</param>
internal sealed record GiveList(string Purpose, string School) : ICommand<Guid>
{
    public Permission Permission => RegisterPermissions.Share;
}

internal sealed class GiveListValidator : AbstractValidator<GiveList>
{
    public GiveListValidator()
    {
        RuleFor(give => give.Purpose).Must(slug => SharedFields.Purposes.Any(purpose => purpose.Slug == slug)).WithMessage("Choose for whom the list is");
        RuleFor(give => give.School).MaximumLength(JoinAnswers.MaximumText).WithMessage($"Write {JoinAnswers.MaximumText} letters or fewer");
        RuleFor(give => give.School).NotEmpty().When(give => give.Purpose == ConsentPurpose.ShareWithSchool.Slug).WithMessage("Write the name of the school, as the families wrote it");
    }
}

internal sealed class GiveListHandler(RegisterDbContext context, SharedList list, Settings settings, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<GiveList, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(GiveList request, CancellationToken cancellationToken)
    {
        var purpose = ConsentPurpose.Of(request.Purpose)!;
        var isSchool = purpose == ConsentPurpose.ShareWithSchool;
        if ((isSchool ? request.School.Trim() : settings.NameOf(purpose.Recipient)) is not { } recipient)
        {
            return Outcome.Invalid(nameof(request.Purpose), "This recipient has no name yet, so no family was asked. Look under settings");
        }

        var entries = await list.EntriesAsync(purpose, recipient, cancellationToken);
        if (entries.Count == 0)
        {
            return Outcome.Invalid(nameof(request.Purpose), "No family has said yes to this, or something speaks against each of them. Nothing was given");
        }

        var now = clock.GetUtcNow();
        var share = new Share { Id = Guid.CreateVersion7(now), Purpose = purpose.Slug, Recipient = recipient, Reason = "", State = ShareState.Given, MadeAt = now, MadeBy = actor.Id };
        context.Shares.Add(share);
        context.SharedEntries.AddRange(entries.Select(one => new SharedEntry { ShareId = share.Id, EntryId = one.Entry.Id }));
        audit.Record(
            context, RegisterAudit.Shared, Share.Subject, share.Id, purpose: SharedFields.InTrail(purpose.Slug, recipient), personIds: [.. entries.SelectMany(one => one.PersonIds).Distinct()],
            changes: [new AuditChange("use", null, purpose.Slug), new AuditChange("entries", null, entries.Count.ToString(CultureInfo.InvariantCulture))]);
        await context.SaveChangesAsync(cancellationToken);
        return share.Id;
    }
}
