using System.Globalization;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Content.Features.Staff.ArrangeDocument;

/// <summary>Says who answers for a document, when it is checked next and where it stands among its neighbours.</summary>
/// <param name="OwnerEmail">Sign-in address of the colleague who is reminded; empty for an owner without an account.</param>
/// <param name="OwnerMailbox">Where an owner without an account is asked; empty when nobody is asked by itself.</param>
/// <param name="NextCheckOn">Null when what was typed is no date.</param>
internal sealed record ArrangeDocument(
    Guid Id, string Owner, string OwnerEmail, string OwnerMailbox, DateOnly? NextCheckOn, int CheckMonths, int Position, bool InMenu, string Icon, string Also, string ReadingAgeReason) : ICommand<Done>, IActsOn
{
    public Permission Permission => ContentPermissions.Arrange;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class ArrangeDocumentValidator : AbstractValidator<ArrangeDocument>
{
    public ArrangeDocumentValidator(TimeProvider clock)
    {
        RuleFor(request => request.Owner).NotEmpty().WithMessage("Write which team answers for it, for example the SEN team")
            .MaximumLength(Limits.Owner).WithMessage($"Write {Limits.Owner} characters or fewer");
        RuleFor(request => request.OwnerMailbox).MaximumLength(Limits.Mailbox).WithMessage($"Write an address of {Limits.Mailbox} characters or fewer")
            .EmailAddress().When(request => request.OwnerMailbox.Length > 0).WithMessage("Write an e-mail address like name@example.org, or leave it empty");
        RuleFor(request => request.OwnerMailbox).Empty().When(request => request.OwnerEmail.Trim().Length > 0)
            .WithMessage("A colleague who signs in is reminded already. Leave one of the two empty");
        RuleFor(request => request.CheckMonths).InclusiveBetween(1, 12).WithMessage("Choose how often it is checked: 1 to 12 months");
        RuleFor(request => request.NextCheckOn).NotNull().WithMessage("Write the day of the next check, for example 3 12 2026")
            .Must(date => date is null || date >= clock.Today()).WithMessage("The next check cannot be in the past")
            .Must(date => date is null || date <= clock.Today().AddMonths(12)).WithMessage("The next check has to be within twelve months");
        RuleFor(request => request.Position).InclusiveBetween(0, 10_000).WithMessage("Write a number from 0 to 10000: lower comes first");
        RuleFor(request => request.Icon).Matches("^(d-[a-z-]+)?$").WithMessage("Write the name of a drawing, for example d-plan, or leave it empty").MaximumLength(Limits.Icon);
        RuleFor(request => request.Also).MaximumLength(Limits.Also).WithMessage($"Write {Limits.Also} characters or fewer");
        RuleFor(request => request.ReadingAgeReason).MaximumLength(Limits.Note).WithMessage($"Write {Limits.Note} characters or fewer");
    }
}

internal sealed class ArrangeDocumentHandler(ContentDbContext context, Opening opening, PublishedPages pages, CheckReminders reminders, FlowTrail trail, IStaffNames names)
    : IRequestHandler<ArrangeDocument, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ArrangeDocument request, CancellationToken cancellationToken)
    {
        Guid? owner = null;
        if (request.OwnerEmail.Trim().Length > 0)
        {
            owner = await names.FindAsync(request.OwnerEmail, cancellationToken);
            if (owner is null)
            {
                return Outcome.Invalid(nameof(request.OwnerEmail), "Nobody signs in with that address. Leave it empty for an owner without an account");
            }
        }

        if (await opening.DocumentAsync(request.Id, cancellationToken) is not { } document)
        {
            return Outcome.NotFound;
        }

        List<AuditChange> changes = [];
        Note("owner", document.Owner, request.Owner.Trim());
        Note("next_check_on", document.NextCheckOn.ToString("O", CultureInfo.InvariantCulture), request.NextCheckOn!.Value.ToString("O", CultureInfo.InvariantCulture));
        Note("in_menu", document.InMenu.ToString(), request.InMenu.ToString());
        Note("owner_account", document.OwnerAccountId?.ToString("D"), (owner ?? document.OwnerAccountId)?.ToString("D"));
        document.Owner = request.Owner.Trim();
        document.OwnerAccountId = owner;
        document.OwnerMailbox = request.OwnerMailbox.Length > 0 ? request.OwnerMailbox : null;
        document.NextCheckOn = request.NextCheckOn.Value;
        document.CheckMonths = (short)request.CheckMonths;
        document.Position = request.Position;
        document.InMenu = request.InMenu;
        document.Icon = request.Icon.Trim() is { Length: > 0 } icon ? icon : null;
        document.Also = request.Also.Trim() is { Length: > 0 } also ? also : null;
        document.ReadingAgeReason = request.ReadingAgeReason.Trim() is { Length: > 0 } reason ? reason : null;
        await reminders.PlanAnewAsync(document, cancellationToken);
        await pages.WriteAsync(document, cancellationToken);
        trail.Record(ContentAudit.Arranged, document, changes);
        await context.SaveChangesAsync(cancellationToken);
        await pages.TellAsync(cancellationToken);
        return default(Done);

        void Note(string field, string? before, string? after)
        {
            if (before != after)
            {
                changes.Add(new AuditChange(field, before, after));
            }
        }
    }
}

/// <summary>Somebody has read all of a page and says that it is right.</summary>
internal sealed record ConfirmDocument(Guid Id) : ICommand<Done>, IActsOn
{
    public Permission Permission => ContentPermissions.Arrange;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class ConfirmDocumentHandler(ContentDbContext context, Opening opening, PublishedPages pages, Checking checking, FlowTrail trail) : IRequestHandler<ConfirmDocument, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ConfirmDocument request, CancellationToken cancellationToken)
    {
        if (await opening.DocumentAsync(request.Id, cancellationToken) is not { } document)
        {
            return Outcome.NotFound;
        }

        await checking.ConfirmAsync(document, cancellationToken);
        await pages.WriteAsync(document, cancellationToken);
        trail.Record(ContentAudit.Checked, document);
        await context.SaveChangesAsync(cancellationToken);
        await pages.TellAsync(cancellationToken);
        return default(Done);
    }
}
