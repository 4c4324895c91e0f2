using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.ViewPage;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Content.Features.Staff.PreviewDraft;

/// <summary>The draft through the code that families see pages through. It changes nothing and is found by nothing.</summary>
internal sealed record PreviewDraft(Guid Id, string Variant) : IQuery<PageView>, IActsOn
{
    public Permission Permission => ContentPermissions.Write;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class PreviewDraftHandler(Previews previews, PageSurroundings surroundings) : IRequestHandler<PreviewDraft, Outcome<PageView>>
{
    public async Task<Outcome<PageView>> Handle(PreviewDraft request, CancellationToken cancellationToken) =>
        await previews.OfHeadAsync(request.Id, request.Variant, cancellationToken) is { } page
            ? await surroundings.ShowAsync(page, cancellationToken)
            : Outcome.NotFound;
}
