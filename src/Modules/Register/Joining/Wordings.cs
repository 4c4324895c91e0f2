using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Joining;

/// <summary>One optional use, as a family is asked about it today.</summary>
/// <param name="RecipientName">Who gets it, by name.</param>
internal sealed record AskedUse(ConsentPurpose Purpose, Guid WordingId, int Number, string Language, string Title, string Words, string Digest, string RecipientName);

/// <summary>The words by which families are asked now.</summary>
internal sealed class Wordings(RegisterDbContext context, Settings settings)
{
    public const string English = "en";

    /// <returns>In the order in which they are asked. A use whose recipient has no name yet is left out: nobody can agree to that.</returns>
    public async Task<IReadOnlyList<AskedUse>> AskedAsync(CancellationToken cancellationToken)
    {
        var all = await context.Wordings.AsNoTracking().Where(wording => wording.Language == English).ToListAsync(cancellationToken);
        List<AskedUse> asked = [];
        foreach (var purpose in ConsentPurpose.All)
        {
            if (settings.NameOf(purpose.Recipient) is { } recipient && all.Where(wording => wording.Purpose == purpose.Slug).MaxBy(wording => wording.Number) is { } newest)
            {
                asked.Add(new AskedUse(purpose, newest.Id, newest.Number, newest.Language, newest.Title, newest.Words, newest.Digest, recipient));
            }
        }

        return asked;
    }
}
