using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.OverdueChecks;

/// <summary>Live pages by when they have to be checked, the most overdue first.</summary>
internal sealed record ListChecks(ListQuery Query) : IQuery<Listed<CheckRow>>
{
    public Permission Permission => ContentPermissions.Arrange;
}

internal sealed record CheckRow(Guid Id, string Title, string Path, string Owner, bool HasAccount, DateOnly? LastCheckedOn, DateOnly NextCheckOn, AskedAnswer? Asked);

internal sealed class ListChecksHandler(ContentDbContext context, Actor actor, TimeProvider clock) : IRequestHandler<ListChecks, Outcome<Listed<CheckRow>>>
{
    private const int SoonDays = 30;

    public async Task<Outcome<Listed<CheckRow>>> Handle(ListChecks request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var rows =
            from document in context.Documents.AsNoTracking()
            join page in context.Published on document.Id equals page.DocumentId
            where page.Variant == VariantKey.Full && page.TakenDown == null && document.Kind != DocumentKind.Alert
            select new { document, page.Title };
        if (DocumentScope.LimitsOf(actor, ContentPermissions.Arrange) is { } sections)
        {
            rows = rows.Where(row => sections.Any(section => EF.Functions.Like(row.document.Path + "/", "%/" + section + "/%")));
        }

        rows = request.Query["due"] switch
        {
            "all" => rows,
            "soon" => rows.Where(row => row.document.NextCheckOn <= today.AddDays(SoonDays)),
            "never" => rows.Where(row => row.document.LastCheckedOn == null),
            _ => rows.Where(row => row.document.NextCheckOn < today),
        };
        rows = request.Query.Sort switch
        {
            "title" => rows.OrderBy(row => row.Title).ThenBy(row => row.document.Id),
            "-title" => rows.OrderByDescending(row => row.Title).ThenBy(row => row.document.Id),
            "owner" => rows.OrderBy(row => row.document.Owner).ThenBy(row => row.document.NextCheckOn).ThenBy(row => row.document.Id),
            "-owner" => rows.OrderByDescending(row => row.document.Owner).ThenBy(row => row.document.Id),
            "-due" => rows.OrderByDescending(row => row.document.NextCheckOn).ThenBy(row => row.document.Id),
            _ => rows.OrderBy(row => row.document.NextCheckOn).ThenBy(row => row.document.Id),
        };
        return await rows.Select(row => new CheckRow(
                row.document.Id, row.Title, row.document.Path, row.document.Owner, row.document.OwnerAccountId != null, row.document.LastCheckedOn, row.document.NextCheckOn,
                context.AskedChecks.Where(asked => asked.DocumentId == row.document.Id && asked.Kind == AskedKind.StillRight)
                    .OrderByDescending(asked => asked.AskedAt).Select(asked => (AskedAnswer?)asked.Answer).FirstOrDefault()))
            .ToPageAsync(request.Query, cancellationToken);
    }
}
