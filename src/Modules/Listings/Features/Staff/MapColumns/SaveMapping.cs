using FluentValidation;
using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Features.ImportFeed;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.Staff.MapColumns;

/// <summary>Keeps which column of a table says what. One that has the name already is replaced.</summary>
/// <param name="Columns">Names of their columns by the names of ours.</param>
internal sealed record SaveMapping(string Name, IReadOnlyDictionary<string, string> Columns) : ICommand<Done>
{
    public const int LongestColumn = 200;

    public Permission Permission => ListingsPermissions.ImportServices;
}

internal sealed class SaveMappingValidator : AbstractValidator<SaveMapping>
{
    public SaveMappingValidator()
    {
        RuleFor(save => save.Name).Must(name => name.Trim().Length is > 0 and <= CsvMappingConfiguration.LongestName && !name.Any(char.IsControl))
            .WithMessage($"Write a name for this, up to {CsvMappingConfiguration.LongestName} letters");
        RuleFor(save => save.Columns).Custom((columns, context) =>
        {
            foreach (var field in MappedRows.Fields.Where(field => field.IsRequired && !columns.ContainsKey(field.Column)))
            {
                context.AddFailure($"Map[{field.Column}]", $"Choose the column for “{field.Label}”");
            }

            if (columns.Any(pair => MappedRows.Fields.All(field => field.Column != pair.Key) || pair.Value.Length is 0 or > SaveMapping.LongestColumn))
            {
                context.AddFailure("Name", "One of these columns is not known. Send the table again");
            }
        });
    }
}

internal sealed class SaveMappingHandler(ListingsDbContext context, AuditTrail audit, TimeProvider clock) : IRequestHandler<SaveMapping, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SaveMapping request, CancellationToken cancellationToken)
    {
        var name = request.Name.Trim();
        var mapping = await context.CsvMappings.SingleOrDefaultAsync(mapping => mapping.Name == name, cancellationToken);
        if (mapping is null)
        {
            mapping = new CsvMapping { Name = name, Columns = "", SavedAt = default };
            context.Add(mapping);
        }

        mapping.Columns = CsvMapping.Write(request.Columns);
        mapping.SavedAt = clock.GetUtcNow();
        audit.Record(context, ListingsAudit.MappingSaved, "mapping", null, changes: [new AuditChange("name", null, name)]);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
