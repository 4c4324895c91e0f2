using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.ViewPage;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.PreviewText;

/// <summary>What stands in an editor's form, as families would see it, through the code that shows live pages. Saves nothing, indexes nothing, tells nobody.</summary>
internal sealed record PreviewText(Guid Id, string Variant, string Title, string Summary, string Body) : IQuery<PageView>, IActsOn
{
    public Permission Permission => ContentPermissions.Write;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class PreviewTextHandler(ContentDbContext context, PageSurroundings surroundings, TimeProvider clock) : IRequestHandler<PreviewText, Outcome<PageView>>
{
    public async Task<Outcome<PageView>> Handle(PreviewText request, CancellationToken cancellationToken)
    {
        if (!VariantKey.IsKnown(request.Variant)
            || await context.Documents.AsNoTracking().SingleOrDefaultAsync(document => document.Id == request.Id, cancellationToken) is not { } document)
        {
            return Outcome.NotFound;
        }

        return await surroundings.ShowAsync(
            new PublishedPage
            {
                DocumentId = document.Id,
                Variant = request.Variant,
                RevisionId = Guid.Empty,
                Kind = document.Kind,
                Path = document.Path,
                Address = VariantKey.AddressOf(document.Path, request.Variant),
                ParentId = document.ParentId,
                Position = document.Position,
                Icon = document.Icon,
                Title = string.IsNullOrWhiteSpace(request.Title) ? "No title yet" : request.Title.Trim(),
                Summary = request.Summary.Trim(),
                Body = request.Body,
                Owner = document.Owner,
                LastCheckedOn = document.LastCheckedOn,
                NextCheckOn = document.NextCheckOn,
                PublishedAt = clock.GetUtcNow(),
            },
            cancellationToken);
    }
}
