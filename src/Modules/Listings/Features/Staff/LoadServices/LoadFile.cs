using FluentValidation;
using MediatR;
using Medway.LocalOffer.Listings.Features.ImportFeed;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Listings.Features.Staff.LoadServices;

/// <summary>Runs an import of this module on a file that somebody sent, with a record of the run; a trial leaves none.</summary>
/// <param name="Import">Name of the import, which says how the file is read.</param>
internal sealed record LoadFile(ImportFile? File, string Import, bool IsTrial) : ICommand<ImportReport>
{
    public static readonly IReadOnlyList<string> Imports = [ListingsModule.SchemaName, OpenReferralImport.ImportName];

    public Permission Permission => ListingsPermissions.ImportServices;
}

internal sealed class LoadFileValidator : AbstractValidator<LoadFile>
{
    public LoadFileValidator()
    {
        RuleFor(load => load.File).Must(file => file is { Length: > 0 }).OverridePropertyName("Upload").WithMessage("Choose a file that holds something");
        RuleFor(load => load.File).Must(file => file is null || file.Length <= FeedFile.MostBytes).OverridePropertyName("Upload").WithMessage("The file is bigger than 100 MB. Load it in parts");
        RuleFor(load => load.Import).Must(LoadFile.Imports.Contains).OverridePropertyName("Format").WithMessage("Choose what kind of file it is");
    }
}

internal sealed class LoadFileHandler(IEnumerable<IImport> imports, ImportRuns runs) : IRequestHandler<LoadFile, Outcome<ImportReport>>
{
    public async Task<Outcome<ImportReport>> Handle(LoadFile request, CancellationToken cancellationToken) =>
        await runs.RunAsync(imports.Single(import => import.Name == request.Import), request.File!, request.IsTrial, cancellationToken);
}
