using System.Text.Json;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Features.ImportFeed;
using Medway.LocalOffer.Listings.Jobs;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Listings.Features.Staff.LoadServices;

/// <summary>
/// Runs an import of this module on a file that somebody sent, with a record of the run; a trial leaves none. A short file at once, a long one
/// by a job.
/// </summary>
/// <param name="Import">Name of the import, which says how the file is read.</param>
internal sealed record LoadFile(ImportFile? File, string Import, bool IsTrial) : ICommand<Loaded>
{
    public static readonly IReadOnlyList<string> Imports = [ListingsModule.SchemaName, OpenReferralImport.ImportName, MappedImport.ImportName];

    /// <summary>Bytes: one or two thousand services, which are there before two seconds have passed.</summary>
    public int LongestAtOnce { get; init; } = 1024 * 1024;

    public Permission Permission => ListingsPermissions.ImportServices;
}

/// <summary>What came of a short file, or where to see what comes of a long one.</summary>
internal sealed record Loaded(ImportReport? Report, Guid? LoadId);

internal sealed class LoadFileValidator : AbstractValidator<LoadFile>
{
    public LoadFileValidator()
    {
        RuleFor(load => load.File).Must(file => file is { Length: > 0 }).OverridePropertyName("Upload").WithMessage("Choose a file that holds something");
        RuleFor(load => load.File).Must(file => file is null || file.Length <= FeedFile.MostBytes).OverridePropertyName("Upload").WithMessage("The file is bigger than 100 MB. Load it in parts");
        RuleFor(load => load.Import).Must(LoadFile.Imports.Contains).OverridePropertyName("Format").WithMessage("Choose what kind of file it is");
    }
}

internal sealed class LoadFileHandler(ListingsDbContext context, IEnumerable<IImport> imports, ImportRuns runs, JobQueue queue, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<LoadFile, Outcome<Loaded>>
{
    public async Task<Outcome<Loaded>> Handle(LoadFile request, CancellationToken cancellationToken) => request.File!.Length <= request.LongestAtOnce
        ? new Loaded(await runs.RunAsync(imports.Single(import => import.Name == request.Import), request.File, request.IsTrial, cancellationToken), null)
        : new Loaded(null, await HandInAsync(request, request.File, cancellationToken));

    private async Task<Guid> HandInAsync(LoadFile request, ImportFile file, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var load = new FileLoad
        {
            Id = Guid.CreateVersion7(now),
            Import = request.Import,
            FileName = file.Name.Length <= FileLoadConfiguration.LongestName ? file.Name : file.Name[..FileLoadConfiguration.LongestName],
            Length = file.Length,
            Choices = JsonSerializer.Serialize(file.Choices, JsonSerializerOptions.Web),
            IsTrial = request.IsTrial,
            AskedAt = now,
            TouchedAt = now,
        };
        context.Add(load);
        audit.Record(context, ListingsAudit.LoadAsked, "import", load.Id, changes:
        [
            new AuditChange("import", null, request.Import),
            new AuditChange("trial", null, request.IsTrial ? "yes" : "no"),
        ]);
        await context.SaveChangesAsync(cancellationToken);
        await KeptFile.KeepAsync(context, load.Id, file, cancellationToken);
        await queue.EnqueueAsync(
            context, LoadFileJob.Kind, load.Id.ToString(), JsonSerializer.Serialize(new LoadFileJob.Payload(load.Id), JsonSerializerOptions.Web), cancellationToken: cancellationToken);
        return load.Id;
    }
}
