using FluentValidation;
using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Content.Markdown;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.EditDraft;

/// <summary>Saves what somebody wrote as the next revision. It may be unfinished; only what is unsafe is refused.</summary>
/// <param name="BasedOn">The revision that was open; when another has been saved since, both texts are shown and nothing is lost.</param>
internal sealed record SaveDraft(Guid Id, string Variant, Guid? BasedOn, DraftFields Fields) : ICommand<Guid>, IActsOn
{
    public Permission Permission => ContentPermissions.Write;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class SaveDraftValidator : AbstractValidator<SaveDraft>
{
    public SaveDraftValidator()
    {
        RuleFor(request => request.Fields.Title).NotEmpty().WithMessage("Write a title").MaximumLength(Limits.Title)
            .WithMessage($"Write a title of {Limits.Title} characters or fewer").OverridePropertyName(nameof(DraftFields.Title));
        RuleFor(request => request.Fields.Summary).MaximumLength(Limits.Summary)
            .WithMessage($"Write one sentence of {Limits.Summary} characters or fewer").OverridePropertyName(nameof(DraftFields.Summary));
        RuleFor(request => request.Fields.Place).MaximumLength(Limits.Place).OverridePropertyName(nameof(DraftFields.Place));
        RuleFor(request => request.Fields.Link).MaximumLength(Limits.Link).OverridePropertyName(nameof(DraftFields.Link));
        RuleFor(request => request.Fields.ChangeNote).MaximumLength(Limits.Note).OverridePropertyName(nameof(DraftFields.ChangeNote));
        RuleFor(request => request.Fields.StaffNote).MaximumLength(Limits.Note).OverridePropertyName(nameof(DraftFields.StaffNote));
        RuleFor(request => request.Fields).Must(fields => fields.EndsAt is null || fields.StartsAt is null || fields.StartsAt <= fields.EndsAt)
            .WithMessage("It ends before it begins").OverridePropertyName(nameof(DraftFields.EndsAt));
    }
}

internal sealed class SaveDraftHandler(ContentDbContext context, Opening opening, PageTexts texts, Revisions revisions, FlowTrail trail, Actor actor)
    : IRequestHandler<SaveDraft, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(SaveDraft request, CancellationToken cancellationToken)
    {
        var opened = await opening.OpenAsync(request.Id, request.Variant, FlowAction.SaveDraft, cancellationToken);
        if (!opened.IsOk)
        {
            return opened.Refusal();
        }

        var (document, variant) = opened.Value;
        if (variant.HeadId is { } head && head != request.BasedOn)
        {
            return Outcome.Conflict("Somebody else has saved this page since you opened it. Both texts are below: put yours right and save again");
        }

        var kind = Publishing.KindOf(variant);
        var text = await texts.ReadAsync(request.Fields.Body, kind, cancellationToken, VariantKey.Language(variant.Key));
        if (text.IsRefused)
        {
            return new Outcome.Failure(OutcomeKind.Invalid,
                [.. text.Problems.Where(problem => problem.Weight == Weight.Refused).Select(problem => new FieldError(nameof(DraftFields.Body), problem.ToString()))]);
        }

        var revision = await revisions.AddAsync(variant, request.Fields, opening.Who, RevisionOrigin.Staff, null, cancellationToken);
        trail.Record(ContentAudit.Saved, document, variant, revision.Number);
        await context.SaveChangesAsync(cancellationToken);
        await context.Autosaves.Where(kept => kept.VariantId == variant.Id && kept.AccountId == actor.AccountId).ExecuteDeleteAsync(cancellationToken);
        return revision.Id;
    }
}
