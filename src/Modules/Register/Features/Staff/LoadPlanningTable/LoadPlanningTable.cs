using MediatR;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Planning;

namespace Medway.LocalOffer.Register.Features.Staff.LoadPlanningTable;

/// <summary>Loads a table of wards, or of how many disabled children there may be: all of the file, or nothing.</summary>
/// <param name="Name"><see cref="WardsImport.ImportName"/> or <see cref="PopulationImport.ImportName"/>.</param>
internal sealed record LoadPlanningTable(string Name, ImportFile File, bool DryRun = false) : ICommand<ImportReport>
{
    /// <summary>A page takes no larger file: every postcode of the area many times over.</summary>
    public const int MaximumBytes = 5_000_000;

    public Permission Permission => RegisterPermissions.Keep;
}

internal sealed class LoadPlanningTableHandler(PlanningTables tables) : IRequestHandler<LoadPlanningTable, Outcome<ImportReport>>
{
    public async Task<Outcome<ImportReport>> Handle(LoadPlanningTable request, CancellationToken cancellationToken) => request.Name switch
    {
        WardsImport.ImportName => await tables.LoadWardsAsync(request.File, request.DryRun, cancellationToken),
        PopulationImport.ImportName => await tables.LoadPopulationAsync(request.File, request.DryRun, cancellationToken),
        _ => Outcome.Invalid(nameof(request.Name), "Choose which table it is"),
    };
}
