using System.Globalization;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>The catalogue that comes with the product.</summary>
internal sealed class CatalogueSeeder(EhcpDbContext context, SeedFiles files) : ISeeder
{
    /// <summary>Decisions, drafts, finals and notices of delay: a person stands behind each.</summary>
    private static readonly string[] NeverAutomatic = ["NA-07", "NA-08", "NA-13", "NA-15", "NA-18", "DL-01", "DL-03", "AR-04", "AR-06", "ST-01"];

    public SeedSet Set => SeedSet.Reference;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var known = await context.TouchpointKinds.ToDictionaryAsync(kind => kind.Code, cancellationToken);
        foreach (var row in files.Rows(SeedSet.Reference, "ehcp/touchpoints.csv", "code", "title", "mode", "starts_with", "count", "unit", "after", "who", "made_when", "limit", "source"))
        {
            var read = Read(row);
            if (known.TryGetValue(read.Code, out var there))
            {
                context.Entry(there).CurrentValues.SetValues(read);
            }
            else
            {
                context.TouchpointKinds.Add(read);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private static TouchpointKind Read(CsvRow row)
    {
        var kind = new TouchpointKind
        {
            Code = row["code"],
            Title = row["title"],
            Mode = Enum.Parse<TouchpointMode>(row["mode"], ignoreCase: true),
            StartsWith = row["starts_with"],
            Count = int.Parse(row["count"], CultureInfo.InvariantCulture),
            Unit = row["unit"] == "working_days" ? LimitUnit.WorkingDays : LimitUnit.Days,
            After = int.Parse(row["after"], CultureInfo.InvariantCulture),
            Who = row["who"],
            MadeWhen = row["made_when"],
            Limit = row["limit"],
            Source = row["source"],
        };
        return kind.Mode == TouchpointMode.Automatic && NeverAutomatic.Contains(kind.Code)
            ? throw new InvalidDataException($"Seed file ehcp/touchpoints.csv, line {row.Line}: a decision never leaves by itself.")
            : kind;
    }
}

internal static class Starts
{
    /// <exception cref="ArgumentException">There is no such event: the file is checked when it is committed, so this is a bug.</exception>
    public static IEnumerable<EventKind> Of(TouchpointKind kind) => kind.StartsWith.Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(name => Enum.Parse<EventKind>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true));
}
