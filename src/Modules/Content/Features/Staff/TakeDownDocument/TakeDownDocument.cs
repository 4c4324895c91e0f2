using FluentValidation;
using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Content.Features.Staff.TakeDownDocument;

/// <summary>Why a page is taken down, and what families are told.</summary>
internal interface ISaysWhy
{
    /// <summary>Name of a <see cref="TakenDownReason"/>, as a form posts it.</summary>
    string Reason { get; }

    /// <summary>For a withdrawn page: what families read above it.</summary>
    string Words { get; }

    /// <summary>For a merged page: the address of the page that says it instead.</summary>
    string MergedInto { get; }
}

internal static class WhyRules
{
    public static void Check<T>(AbstractValidator<T> validator)
        where T : ISaysWhy
    {
        validator.RuleFor(request => request.Reason).IsEnumName(typeof(TakenDownReason)).WithMessage("Choose why it is taken down");
        validator.RuleFor(request => request.Words).NotEmpty().When(request => request.Reason == nameof(TakenDownReason.Withdrawn))
            .WithMessage("Write what families read above it: why it no longer holds, and what does");
        validator.RuleFor(request => request.Words).MaximumLength(Limits.Note).WithMessage($"Write {Limits.Note} characters or fewer");
    }

    /// <summary>For an address at which no other live page stands.</summary>
    public const string NoTarget = "Write the address of another page that is live, for example /short-breaks";

    public static TakenDownReason ReasonOf(ISaysWhy request) => Enum.Parse<TakenDownReason>(request.Reason);

    public static string? WordsOf(ISaysWhy request) => ReasonOf(request) == TakenDownReason.Withdrawn ? request.Words.Trim() : null;
}

/// <summary>Takes a live page down, and says so to families in one of three ways.</summary>
internal sealed record TakeDownDocument(Guid Id, string Reason, string Words, string MergedInto) : ICommand<Done>, IActsOn, ISaysWhy
{
    public Permission Permission => ContentPermissions.Publish;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class TakeDownDocumentValidator : AbstractValidator<TakeDownDocument>
{
    public TakeDownDocumentValidator() => WhyRules.Check(this);
}

internal sealed class TakeDownDocumentHandler(ContentDbContext context, Opening opening, TakingDown takingDown, PublishedPages pages)
    : IRequestHandler<TakeDownDocument, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(TakeDownDocument request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync(Tree.Lock, cancellationToken);
        var opened = await opening.OpenAsync(request.Id, VariantKey.Full, FlowAction.TakeDown, cancellationToken);
        if (!opened.IsOk)
        {
            return opened.Refusal();
        }

        var document = opened.Value.Document;
        var reason = WhyRules.ReasonOf(request);
        var target = reason == TakenDownReason.Merged ? await takingDown.TargetAsync(document, request.MergedInto, cancellationToken) : null;
        if (reason == TakenDownReason.Merged && target is null)
        {
            return Outcome.Invalid(nameof(request.MergedInto), WhyRules.NoTarget);
        }

        await takingDown.DownAsync(document, reason, WhyRules.WordsOf(request), target, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await pages.TellAsync(cancellationToken);
        return default(Done);
    }
}
