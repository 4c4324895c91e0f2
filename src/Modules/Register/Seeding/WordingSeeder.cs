using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Seeding;

/// <summary>The words by which families are asked. What was once asked stays as it was.</summary>
internal sealed class WordingSeeder(RegisterDbContext context, SeedFiles files, TimeProvider clock) : ISeeder
{
    private const string File = "register/wordings.csv";

    public SeedSet Set => SeedSet.Reference;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var stored = await context.Wordings.AsNoTracking().ToListAsync(cancellationToken);
        foreach (var row in files.Rows(SeedSet.Reference, File, "purpose", "number", "language", "title", "words"))
        {
            var purpose = ConsentPurpose.Of(row["purpose"]) ?? throw new InvalidDataException($"Seed file {File}: there is no use '{row["purpose"]}'");
            var number = int.Parse(row["number"], CultureInfo.InvariantCulture);
            var digest = Digest(row["title"], row["words"]);
            var same = stored.Find(wording => wording.Purpose == purpose.Slug && wording.Number == number && wording.Language == row["language"]);
            if (same is null)
            {
                var now = clock.GetUtcNow();
                context.Wordings.Add(new Wording
                {
                    Id = Guid.CreateVersion7(now),
                    Purpose = purpose.Slug,
                    Number = number,
                    Language = row["language"],
                    Title = row["title"],
                    Words = row["words"],
                    Digest = digest,
                    Since = now,
                });
            }
            else if (same.Digest != digest)
            {
                throw new InvalidDataException($"Seed file {File}: families were asked with version {number} of '{purpose}'. New words need a new number");
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    public static string Digest(string title, string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n{words}")));
}
