using Medway.LocalOffer.Feedback.Contracts;

namespace Medway.LocalOffer.CoDesign.Features.ViewPanel;

internal static class PanelWords
{
    public static string Of(YouSaidStatus status) => status switch
    {
        YouSaidStatus.Did => "We did",
        YouSaidStatus.Will => "We will",
        _ => "We cannot, because",
    };

    /// <summary>Its own shape, so that colour says nothing alone.</summary>
    public static string Icon(YouSaidStatus status) => status switch
    {
        YouSaidStatus.Did => "m-yes",
        YouSaidStatus.Will => "i-clock",
        _ => "m-no",
    };

    public static string Drawing(YouSaidStatus status) => status switch
    {
        YouSaidStatus.Did => "d-yes",
        YouSaidStatus.Will => "d-calendar",
        _ => "d-no",
    };
}
