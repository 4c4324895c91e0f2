using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.ListDocuments;

/// <summary>Everything that editors keep and this person may write, but for what lies in the bin.</summary>
internal sealed record ListDocuments(ListQuery Query) : IQuery<Listed<DocumentRow>>
{
    public Permission Permission => ContentPermissions.Write;
}

internal sealed record DocumentRow(
    Guid Id, string Title, DocumentKind Kind, string Path, string Variant, DraftState Draft, Standing Standing, bool IsTakenDown, string Owner, DateOnly NextCheckOn, DateTimeOffset? PublishAt, DateTimeOffset? LeavesAt)
{
    public string State => new FlowState(Draft, Standing, IsTakenDown ? Lifecycle.TakenDown : Lifecycle.Kept).Words;
}

internal sealed class ListDocumentsHandler(ContentDbContext context, Actor actor) : IRequestHandler<ListDocuments, Outcome<Listed<DocumentRow>>>
{
    public async Task<Outcome<Listed<DocumentRow>>> Handle(ListDocuments request, CancellationToken cancellationToken)
    {
        var query = request.Query;
        var rows =
            from variant in context.Variants.AsNoTracking()
            join document in context.Documents on variant.DocumentId equals document.Id
            join revision in context.Revisions on (variant.DraftRevisionId ?? variant.LiveRevisionId) equals revision.Id into heads
            from head in heads.DefaultIfEmpty()
            where document.BinnedAt == null
            select new { variant, document, Title = head.Title ?? document.Slug };
        if (DocumentScope.LimitsOf(actor, ContentPermissions.Write) is { } sections)
        {
            rows = rows.Where(row => sections.Any(section => EF.Functions.Like(row.document.Path + "/", "%/" + section + "/%")));
        }

        if (query["words"] is { } words)
        {
            var like = $"%{words.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
            rows = rows.Where(row => EF.Functions.ILike(row.Title, like) || EF.Functions.ILike(row.document.Path, like));
        }

        if (query["kind"] is { } kind && Enum.Parse<DocumentKind>(kind) is var wantedKind)
        {
            rows = rows.Where(row => row.document.Kind == wantedKind);
        }

        rows = query["state"] switch
        {
            "draft" => rows.Where(row => row.variant.Draft == DraftState.Open),
            "waiting" => rows.Where(row => row.variant.Draft == DraftState.Submitted),
            "scheduled" => rows.Where(row => row.variant.Draft == DraftState.Scheduled),
            "failed" => rows.Where(row => row.variant.Draft == DraftState.Failed),
            "live" => rows.Where(row => row.variant.Standing != Standing.NotYet && row.document.TakenDown == null),
            "unchecked" => rows.Where(row => row.variant.Standing == Standing.LiveUnchecked),
            "leaving" => rows.Where(row => context.PlannedTakeDowns.Any(plan => plan.DocumentId == row.document.Id)),
            "behind" => rows.Where(row => row.variant.Key != VariantKey.Full && row.variant.LiveRevisionId != null
                && !row.document.Variants.Any(full => full.Key == VariantKey.Full && full.LiveRevisionId == row.variant.WrittenForId)),
            "down" => rows.Where(row => row.document.TakenDown != null),
            _ => rows,
        };
        rows = query.Sort switch
        {
            "-title" => rows.OrderByDescending(row => row.Title).ThenBy(row => row.variant.Id),
            "title" => rows.OrderBy(row => row.Title).ThenBy(row => row.variant.Id),
            "-path" => rows.OrderByDescending(row => row.document.Path).ThenBy(row => row.variant.Id),
            "check" => rows.OrderBy(row => row.document.NextCheckOn).ThenBy(row => row.variant.Id),
            "-check" => rows.OrderByDescending(row => row.document.NextCheckOn).ThenBy(row => row.variant.Id),
            _ => rows.OrderBy(row => row.document.Path).ThenBy(row => row.variant.Id),
        };
        return await rows.Select(row => new DocumentRow(
                row.document.Id, row.Title, row.document.Kind, row.document.Path, row.variant.Key, row.variant.Draft, row.variant.Standing,
                row.document.TakenDown != null, row.document.Owner, row.document.NextCheckOn, row.variant.PublishAt,
                context.PlannedTakeDowns.Where(plan => plan.DocumentId == row.document.Id).Select(plan => (DateTimeOffset?)plan.At).FirstOrDefault()))
            .ToPageAsync(query, cancellationToken);
    }
}
