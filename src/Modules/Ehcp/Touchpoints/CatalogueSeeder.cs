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
    private const string File = "ehcp/touchpoints.csv";

    public SeedSet Set => SeedSet.Reference;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var known = await context.TouchpointKinds.ToDictionaryAsync(kind => kind.Code, cancellationToken);
        foreach (var row in files.Rows(
            SeedSet.Reference, File, "code", "title", "mode", "starts_with", "falls_away_with", "count", "unit", "after", "who", "made_when", "limit", "source", "words"))
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
            FallsAwayWith = row["falls_away_with"],
            Count = int.Parse(row["count"], CultureInfo.InvariantCulture),
            Unit = row["unit"] == "working_days" ? LimitUnit.WorkingDays : LimitUnit.Days,
            After = int.Parse(row["after"], CultureInfo.InvariantCulture),
            Who = row["who"],
            MadeWhen = row["made_when"],
            Limit = row["limit"],
            Source = row["source"],
            Words = row["words"],
        };
        return ProblemWith(kind) is { } problem ? throw new InvalidDataException($"Seed file {File}, line {row.Line}: {problem}") : kind;
    }

    private static string? ProblemWith(TouchpointKind kind) => kind switch
    {
        { IsNotice: true, Mode: not TouchpointMode.Prepared } => "a decision, a draft, a final plan and a notice of delay never leave by themselves",
        { StartsWith: "" } => "nothing starts it",
        _ when kind.Events.Concat(kind.Ends).Any(name => !Enum.IsDefined(name)) => "there is no such event",
        _ => null,
    };
}
