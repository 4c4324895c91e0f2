using MediatR;
using Medway.LocalOffer.Platform;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Web.Features.Staff.ListImports;

/// <summary>Files that were loaded, or refused.</summary>
internal sealed record ListImports(ListQuery Query) : IQuery<Listed<ImportRow>>
{
    public Permission Permission => SitePermissions.ReadImports;
}

internal sealed record ImportRow(Guid Id, string Name, string FileName, DateTimeOffset StartedAt, ImportState State, int Rows, int Added, int Changed);

internal sealed class ListImportsHandler(PlatformDbContext context) : IRequestHandler<ListImports, Outcome<Listed<ImportRow>>>
{
    public async Task<Outcome<Listed<ImportRow>>> Handle(ListImports request, CancellationToken cancellationToken)
    {
        var query = request.Query;
        var runs = context.ImportRuns.AsNoTracking();
        if (query["state"] is { } state)
        {
            var wanted = Enum.Parse<ImportState>(state, ignoreCase: true);
            runs = runs.Where(run => run.State == wanted);
        }

        var sorted = query.Sort switch
        {
            "name" => runs.OrderBy(run => run.Name),
            "-name" => runs.OrderByDescending(run => run.Name),
            "started" => runs.OrderBy(run => run.StartedAt),
            "rows" => runs.OrderBy(run => run.Rows),
            "-rows" => runs.OrderByDescending(run => run.Rows),
            _ => runs.OrderByDescending(run => run.StartedAt),
        };
        return await sorted.ThenBy(run => run.Id)
            .Select(run => new ImportRow(run.Id, run.Name, run.FileName, run.StartedAt, run.State, run.Rows, run.Added, run.Changed))
            .ToPageAsync(query, cancellationToken);
    }
}
