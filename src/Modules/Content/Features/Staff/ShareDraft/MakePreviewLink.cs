using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Tokens;

namespace Medway.LocalOffer.Content.Features.Staff.ShareDraft;

/// <summary>Makes a link that shows the draft, and those of the pages under it, to whoever holds it. A new one cancels the last.</summary>
internal sealed record MakePreviewLink(Guid Id, string Variant, int Days) : ICommand<string>, IActsOn
{
    public Permission Permission => ContentPermissions.Write;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class MakePreviewLinkHandler(ContentDbContext context, Opening opening, OneTimeLinks links, FlowTrail trail) : IRequestHandler<MakePreviewLink, Outcome<string>>
{
    public async Task<Outcome<string>> Handle(MakePreviewLink request, CancellationToken cancellationToken)
    {
        if (request.Days is < 1 or > 30)
        {
            return Outcome.Invalid(nameof(request.Days), "Write a number of days from 1 to 30");
        }

        if (await opening.DocumentAsync(request.Id, cancellationToken) is not { } document || document.Variants.All(variant => variant.Key != request.Variant))
        {
            return Outcome.NotFound;
        }

        if (document.Lifecycle == Lifecycle.Binned || document.Variants.All(variant => variant.DraftRevisionId is null))
        {
            return Outcome.Conflict("There is no draft to show");
        }

        trail.Record(ContentAudit.LinkMade, document);
        await context.SaveChangesAsync(cancellationToken);
        var token = await links.CreateAsync(LinkPurposes.Preview, document.Id, TimeSpan.FromDays(request.Days), LinkPurposes.PreviewUses, cancellationToken);
        return $"/link/preview/{token}{VariantKey.AddressOf(document.Path, request.Variant)}";
    }
}

/// <summary>The link stops working at once.</summary>
internal sealed record CancelPreviewLink(Guid Id) : ICommand<Done>, IActsOn
{
    public Permission Permission => ContentPermissions.Write;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class CancelPreviewLinkHandler(ContentDbContext context, Opening opening, OneTimeLinks links, FlowTrail trail) : IRequestHandler<CancelPreviewLink, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(CancelPreviewLink request, CancellationToken cancellationToken)
    {
        if (await opening.DocumentAsync(request.Id, cancellationToken) is not { } document)
        {
            return Outcome.NotFound;
        }

        trail.Record(ContentAudit.LinkCancelled, document);
        await context.SaveChangesAsync(cancellationToken);
        await links.CancelAsync(LinkPurposes.Preview, document.Id, cancellationToken);
        return default(Done);
    }
}
