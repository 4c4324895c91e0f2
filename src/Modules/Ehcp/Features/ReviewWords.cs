using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Web.Forms;

namespace Medway.LocalOffer.Ehcp.Features;

/// <summary>Review meetings, as staff read them.</summary>
internal static class ReviewWords
{
    public static readonly IReadOnlyList<Choice> Agencies = Choice.OfAll<ReviewAgency>(Of);

    public static string Of(ReviewAgency agency) => agency switch
    {
        ReviewAgency.Child => "The child or young person",
        ReviewAgency.Family => "Parents or carers",
        ReviewAgency.School => "The school, college or early years setting",
        ReviewAgency.SendTeam => "The council’s SEND team",
        ReviewAgency.Health => "Health",
        ReviewAgency.SocialCare => "Social care",
        _ => "Somebody else",
    };
}
