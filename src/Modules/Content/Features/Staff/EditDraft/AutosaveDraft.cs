using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.EditDraft;

/// <summary>Keeps what somebody has typed, for that person alone, until they save.</summary>
internal sealed record AutosaveDraft(Guid Id, string Variant, Guid? BasedOn, string Title, string Summary, string Body) : ICommand<Done>, IActsOn
{
    public Permission Permission => ContentPermissions.Write;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class AutosaveDraftHandler(ContentDbContext context, Actor actor, TimeProvider clock) : IRequestHandler<AutosaveDraft, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AutosaveDraft request, CancellationToken cancellationToken)
    {
        var variantId = await context.Variants.Where(variant => variant.DocumentId == request.Id && variant.Key == request.Variant)
            .Select(variant => (Guid?)variant.Id).SingleOrDefaultAsync(cancellationToken);
        if (variantId is not { } id || actor.AccountId is not { } account)
        {
            return Outcome.NotFound;
        }

        // What is too long for the columns is refused when it is saved, with a message; until then the page itself holds it.
        if (request.Body.Length > Limits.Body || request.Title.Length > Limits.Title || request.Summary.Length > Limits.Summary)
        {
            return Outcome.Invalid("", "Too long to be kept. Save it to see what is wrong");
        }

        var kept = await context.Autosaves.SingleOrDefaultAsync(kept => kept.VariantId == id && kept.AccountId == account, cancellationToken);
        if (kept is null)
        {
            kept = new Autosave { VariantId = id, AccountId = account, Title = "", Summary = "", Body = "", At = clock.GetUtcNow() };
            context.Autosaves.Add(kept);
        }

        kept.BasedOnId = request.BasedOn;
        kept.Title = request.Title;
        kept.Summary = request.Summary;
        kept.Body = request.Body;
        kept.At = clock.GetUtcNow();
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
