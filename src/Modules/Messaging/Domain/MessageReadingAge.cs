using Medway.LocalOffer.Platform.PlainWords;

namespace Medway.LocalOffer.Messaging.Domain;

/// <summary>How old a reader of a message must be. Names that stand in it are not the reader's difficulty.</summary>
internal static class MessageReadingAge
{
    private static readonly string[] Known = ["Medway Local Offer", "Local Offer", "EHC plans", "EHC plan", "Easy Read", "e-mail"];

    public static double Of(string subject, string body) => ReadingAge.Of([subject, .. body.Split('\n')], Known).Years;
}
