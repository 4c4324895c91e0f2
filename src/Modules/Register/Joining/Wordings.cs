using System.Security.Cryptography;
using System.Text;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Joining;

/// <summary>One optional use, as a family is asked about it today.</summary>
/// <param name="RecipientName">Who gets it, by name; null when it has none: then nobody is asked, and a no is heard all the same.</param>
/// <param name="SchoolKey">Which school it is, on an entry that stands (<see cref="On"/>).</param>
internal sealed record AskedUse(
    ConsentPurpose Purpose, Guid WordingId, int Number, string Language, string Title, string Words, string Digest, string? RecipientName, Guid? SchoolKey = null)
{
    /// <summary>Nobody can agree to an organisation without a name.</summary>
    public bool IsAsked => RecipientName is not null;

    /// <summary>Stands for all that was on the page, words and recipient: when either has changed since, a yes to the old is none to the new.</summary>
    public Guid Shown => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{WordingId:n} {Said.Whom(RecipientName, SchoolKey)}")).AsSpan(0, 16));

    /// <summary>As whoever speaks for this entry is asked.</summary>
    public AskedUse On(RegisterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Purpose == ConsentPurpose.ShareWithSchool ? this with { SchoolKey = entry.SchoolKey } : this;
    }
}

/// <summary>The words by which families are asked now.</summary>
internal sealed class Wordings(RegisterDbContext context, Settings settings)
{
    public const string English = "en";

    /// <returns>In the order in which they are asked. A use whose recipient has no name yet is left out: nobody can agree to that.</returns>
    public async Task<IReadOnlyList<AskedUse>> AskedAsync(CancellationToken cancellationToken) => [.. (await EveryAsync(cancellationToken)).Where(use => use.IsAsked)];

    /// <returns>Those too about which nobody is asked now: whoever said yes before may say no at any time.</returns>
    public async Task<IReadOnlyList<AskedUse>> EveryAsync(CancellationToken cancellationToken)
    {
        var all = await context.Wordings.AsNoTracking().Where(wording => wording.Language == English).ToListAsync(cancellationToken);
        List<AskedUse> asked = [];
        foreach (var purpose in ConsentPurpose.All)
        {
            if (all.Where(wording => wording.Purpose == purpose.Slug).MaxBy(wording => wording.Number) is { } newest)
            {
                asked.Add(new AskedUse(purpose, newest.Id, newest.Number, newest.Language, newest.Title, newest.Words, newest.Digest, settings.NameOf(purpose.Recipient)));
            }
        }

        return asked;
    }
}
