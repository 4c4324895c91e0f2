using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Features.Api.OpenReferral;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.Staff.ExportServices;

/// <summary>Every live service as a file that the import reads again. A command, because it is written down.</summary>
/// <param name="Format"><see cref="Csv"/> or <see cref="OpenReferral"/>.</param>
/// <param name="To">Gets the file; stays open.</param>
internal sealed record ExportServices(string Format, Stream To) : ICommand<int>
{
    public const string Csv = "csv";
    public const string OpenReferral = "open-referral";

    public Permission Permission => ListingsPermissions.ExportServices;
}

internal sealed class ExportServicesValidator : AbstractValidator<ExportServices>
{
    public ExportServicesValidator() =>
        RuleFor(export => export.Format).Must(format => format is ExportServices.Csv or ExportServices.OpenReferral).WithMessage("Choose what kind of file you want");
}

internal sealed class ExportServicesHandler(ListingsDbContext context, AuditTrail audit) : IRequestHandler<ExportServices, Outcome<int>>
{
    private const int BatchSize = 500;

    public async Task<Outcome<int>> Handle(ExportServices request, CancellationToken cancellationToken)
    {
        var services = AllAsync(cancellationToken);
        var count = request.Format == ExportServices.Csv
            ? await CsvExport.WriteAsync(request.To, ServiceCsv.Columns, services.Select(ServiceCsv.Row), cancellationToken)
            : await WriteFeedAsync(request.To, services, cancellationToken);
        audit.Record(context, ListingsAudit.ServicesExported, "export", null, changes:
        [
            new AuditChange("format", null, request.Format),
            new AuditChange("services", null, count.ToString(CultureInfo.InvariantCulture)),
        ]);
        await context.SaveChangesAsync(cancellationToken);
        return count;
    }

    /// <summary>One page of the standard with everything on it, a service a line.</summary>
    private async Task<int> WriteFeedAsync(Stream to, IAsyncEnumerable<Service> services, CancellationToken cancellationToken)
    {
        var total = await Live.CountAsync(cancellationToken);
        await WriteAsync(string.Create(CultureInfo.InvariantCulture,
            $"{{\"total_items\":{total},\"total_pages\":1,\"page_number\":1,\"size\":{total},\"first_page\":true,\"last_page\":true,\"empty\":{(total == 0 ? "true" : "false")},\"contents\":["));
        var count = 0;
        await foreach (var service in services)
        {
            await WriteAsync(count++ == 0 ? "\n" : ",\n");
            await JsonSerializer.SerializeAsync(to, FeedMapping.Of(service, isFile: true), OpenReferralEndpoints.Json, cancellationToken);
        }

        await WriteAsync("\n]}\n");
        return count;

        Task WriteAsync(string text) => to.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask();
    }

    private IQueryable<Service> Live => context.Services.Where(service => service.State == RecordState.Live);

    private async IAsyncEnumerable<Service> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var slugs = await Live.Select(service => service.Slug).ToListAsync(cancellationToken);
        slugs.Sort(StringComparer.Ordinal);
        foreach (var batch in slugs.Chunk(BatchSize))
        {
            var whole = await ServiceEntries.Whole(context.Services).Where(service => batch.Contains(service.Slug)).ToListAsync(cancellationToken);
            foreach (var service in whole.OrderBy(service => service.Slug, StringComparer.Ordinal))
            {
                yield return service;
            }
        }
    }
}
