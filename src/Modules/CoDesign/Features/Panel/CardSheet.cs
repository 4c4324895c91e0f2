using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Web.Codes;

namespace Medway.LocalOffer.CoDesign.Features.Panel;

/// <param name="Address">Of the panel, as it is typed.</param>
internal sealed record CardSheet(IReadOnlyList<PrintedCard> Cards, string Address)
{
    /// <summary>Each card with its picture for a camera. The words stand behind #: browsers keep that part to themselves, so no log holds a card.</summary>
    public IEnumerable<(PrintedCard Card, QrPath Qr)> WithCodes() =>
        Cards.Select(card => (card, QrPath.Of($"{Address}#card={card.Words.Replace(' ', '-')}")));
}
