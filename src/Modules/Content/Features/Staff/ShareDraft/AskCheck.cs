using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Content.Features.Staff.ShareDraft;

/// <summary>Makes a link with two buttons for somebody without an account: is this right, or does it need a change?</summary>
/// <param name="Kind">Name of an <see cref="AskedKind"/>: the facts of the draft, or the whole page that is live.</param>
internal sealed record AskCheck(Guid Id, string Variant, string Kind, int Days) : ICommand<string>, IActsOn
{
    public Permission Permission => ContentPermissions.Write;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class AskCheckHandler(Opening opening, AskedChecks checks, TimeProvider clock) : IRequestHandler<AskCheck, Outcome<string>>
{
    public async Task<Outcome<string>> Handle(AskCheck request, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<AskedKind>(request.Kind, out var kind) || !Enum.IsDefined(kind) || request.Days is < 1 or > 60)
        {
            return Outcome.Invalid(nameof(request.Days), "Write a number of days from 1 to 60");
        }

        if (await opening.DocumentAsync(request.Id, cancellationToken) is not { } document
            || document.Variants.SingleOrDefault(known => known.Key == request.Variant) is not { } variant)
        {
            return Outcome.NotFound;
        }

        if ((kind == AskedKind.FactCheck ? variant.DraftRevisionId : variant.LiveRevisionId) is not { } revisionId || document.Lifecycle != Lifecycle.Kept)
        {
            return Outcome.Conflict(kind == AskedKind.FactCheck ? "There is no draft to ask about" : "There is no live page to ask about");
        }

        return await checks.AskAsync(document, variant, kind, revisionId, clock.Today().AddDays(request.Days), cancellationToken);
    }
}
