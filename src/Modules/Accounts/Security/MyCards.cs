using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Accounts.Security;

internal static class MyCards
{
    /// <summary>What all modules put on one page, in order. One after the other: they share a connection.</summary>
    public static async Task<IReadOnlyList<MyCard>> OnAsync(this IEnumerable<IMyCards> modules, MyPage page, Actor actor, CancellationToken cancellationToken)
    {
        List<MyCard> cards = [];
        foreach (var module in modules)
        {
            cards.AddRange((await module.ForAsync(actor, cancellationToken)).Where(card => card.Page == page));
        }

        return [.. cards.OrderBy(card => card.Order)];
    }
}
