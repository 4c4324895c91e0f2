using System.Globalization;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Register.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Planning;

/// <summary>The coded lists. A code that the file does not have any more is asked no longer, and still counts.</summary>
internal sealed class CodeSeeder(RegisterDbContext context, SeedFiles files) : ISeeder
{
    private const string File = "register/codes.csv";

    public SeedSet Set => SeedSet.Reference;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var stored = await context.PlanningCodes.ToDictionaryAsync(code => (code.List, code.Code), cancellationToken);
        foreach (var code in stored.Values)
        {
            code.IsAsked = false;
        }

        foreach (var row in files.Rows(SeedSet.Reference, File, "list", "code", "place", "words"))
        {
            var place = int.Parse(row["place"], CultureInfo.InvariantCulture);
            if (stored.TryGetValue((row["list"], row["code"]), out var code))
            {
                (code.Words, code.Place, code.IsAsked) = (row["words"], place, true);
            }
            else
            {
                context.PlanningCodes.Add(new PlanningCode { List = row["list"], Code = row["code"], Words = row["words"], Place = place, IsAsked = true });
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
