using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.OldRegister;

namespace Medway.LocalOffer.Register.Features.Staff.ImportOldRegister;

/// <summary>Loads the old register, or tries it: all of the file or nothing of it, with a record of the run. A trial leaves none.</summary>
internal sealed record ImportOldRegister(ImportFile? File, bool IsTrial) : ICommand<ImportReport>
{
    /// <summary>Some thousand lines. The command line takes more.</summary>
    public const int MaximumBytes = 1_000_000;

    public Permission Permission => RegisterPermissions.Import;
}

internal sealed class ImportOldRegisterValidator : AbstractValidator<ImportOldRegister>
{
    public ImportOldRegisterValidator() => RuleFor(import => import.File).Cascade(CascadeMode.Stop)
        .Must(file => file is { Length: > 0 }).OverridePropertyName("Upload").WithMessage("Choose a file that holds something")
        .Must(file => file!.Length <= ImportOldRegister.MaximumBytes).OverridePropertyName("Upload").WithMessage("The file is bigger than 1 MB. Split it, and load the parts one after the other");
}

internal sealed class ImportOldRegisterHandler(IEnumerable<IImport> imports, ImportRuns runs) : IRequestHandler<ImportOldRegister, Outcome<ImportReport>>
{
    public async Task<Outcome<ImportReport>> Handle(ImportOldRegister request, CancellationToken cancellationToken) =>
        await runs.RunAsync(imports.Single(import => import.Name == OldRegisterImport.ImportName), request.File!, request.IsTrial, cancellationToken);
}
