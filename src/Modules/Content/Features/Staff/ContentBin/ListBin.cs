using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Jobs;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.ContentBin;

/// <summary>What lies in the bin and in this person's sections.</summary>
internal sealed record ListBin : IQuery<IReadOnlyList<BinnedRow>>
{
    public Permission Permission => ContentPermissions.Publish;
}

/// <param name="GoneOn">The day on which it leaves the bin for good.</param>
internal sealed record BinnedRow(Guid Id, string Title, DocumentKind Kind, string Path, DateOnly BinnedOn, DateOnly GoneOn);

internal sealed class ListBinHandler(ContentDbContext context, Actor actor) : IRequestHandler<ListBin, Outcome<IReadOnlyList<BinnedRow>>>
{
    public async Task<Outcome<IReadOnlyList<BinnedRow>>> Handle(ListBin request, CancellationToken cancellationToken)
    {
        var rows = await (
            from document in context.Documents.AsNoTracking()
            where document.BinnedAt != null
            from variant in document.Variants
            where variant.Key == VariantKey.Full
            join revision in context.Revisions on (variant.DraftRevisionId ?? variant.LiveRevisionId) equals revision.Id into heads
            from head in heads.DefaultIfEmpty()
            orderby document.BinnedAt descending, document.Id
            select new { document.Id, Title = head.Title ?? document.Slug, document.Kind, document.Path, BinnedAt = document.BinnedAt!.Value }).ToListAsync(cancellationToken);
        return Outcome.Ok<IReadOnlyList<BinnedRow>>(
        [
            .. rows.Where(row => actor.May(ContentPermissions.Publish, DocumentScope.Of(row.Path)))
                .Select(row => new BinnedRow(
                    row.Id, row.Title, row.Kind, row.Path, UkTime.DateIn(row.BinnedAt), UkTime.DateIn(row.BinnedAt + TidyContentJob.InTheBin))),
        ]);
    }
}
