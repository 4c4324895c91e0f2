using System.Text.Json;
using MediatR;
using Medway.LocalOffer.Platform;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Web.Features.Staff.ViewImport;

internal sealed record ViewImport(Guid Id, ListQuery Query) : IQuery<ImportView>
{
    public Permission Permission => SitePermissions.ReadImports;
}

/// <param name="Problems">One page of those that the record keeps.</param>
/// <param name="AreCut">There were more than it keeps.</param>
internal sealed record ImportView(ImportRun Run, Listed<ImportProblem> Problems, bool AreCut);

internal sealed class ViewImportHandler(PlatformDbContext context) : IRequestHandler<ViewImport, Outcome<ImportView>>
{
    public async Task<Outcome<ImportView>> Handle(ViewImport request, CancellationToken cancellationToken)
    {
        if (await context.ImportRuns.AsNoTracking().SingleOrDefaultAsync(run => run.Id == request.Id, cancellationToken) is not { } run)
        {
            return Outcome.NotFound;
        }

        var problems = JsonSerializer.Deserialize<List<ImportProblem>>(run.Problems, JsonSerializerOptions.Web) ?? [];
        return new ImportView(run, problems.ToPage(request.Query), problems.Count >= ImportRuns.ProblemsKept);
    }
}
