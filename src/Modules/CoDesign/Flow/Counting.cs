using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.Platform.SmallNumbers;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Flow;

/// <summary>How many said something, as everybody may know it.</summary>
internal sealed class Counting(CoDesignDbContext context)
{
    public const string AFew = "a few";

    /// <summary>People, never answers: somebody who says a thing three times is one.</summary>
    public Task<int> PeopleOfAsync(Guid themeId, CancellationToken cancellationToken) =>
        context.Answers.Where(answer => answer.ThemeId == themeId).Select(answer => answer.ReviewerId).Distinct().CountAsync(cancellationToken);

    /// <returns>The rounded count, 0 for a few; and accepted words of groups that agreed.</returns>
    public async Task<(int People, string Quotes)> ShownOfAsync(Guid themeId, CancellationToken cancellationToken)
    {
        var people = await PeopleOfAsync(themeId, cancellationToken);
        var quotes = await context.Answers
            .Where(answer => answer.ThemeId == themeId && answer.Reviewer!.Group!.MayBeQuoted && (answer.State == Moderation.Accepted || answer.State == Moderation.Trimmed))
            .OrderBy(answer => answer.Id).Select(answer => answer.Shown).Take(3).ToListAsync(cancellationToken);
        return (Rounded(people), string.Join('\n', quotes.OfType<string>().Select(quote => quote.ReplaceLineEndings(" "))));
    }

    public static int Rounded(int people) => SmallNumbers.Usual.Count(people).Value is { } many and > 0 ? many : 0;

    public static string Words(int rounded) => rounded == 0 ? AFew : $"about {rounded}";
}
