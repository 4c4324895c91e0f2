using Medway.LocalOffer.Platform.Web.Forms;

namespace Medway.LocalOffer.Ehcp.Facts;

/// <summary>Topics as families and staff read them.</summary>
internal static class FactWords
{
    public static readonly IReadOnlyList<Choice> Topics = Choice.OfAll<FactTopic>(Of);

    public static string Of(FactTopic topic) => topic switch
    {
        FactTopic.HowToTalk => "How to talk with the child",
        FactTopic.WhatHelps => "What helps",
        FactTopic.WhatIsHard => "What is hard",
        FactTopic.Health => "Health",
        FactTopic.School => "School or nursery",
        FactTopic.Home => "Home and family",
        _ => "Hopes for later",
    };
}
