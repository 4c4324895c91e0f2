using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Platform.SmallNumbers;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Feedback.Data;

/// <summary>States and answers as people read them.</summary>
internal static class ThemeWords
{
    public const string Title = "You said, we did";

    public static string Of(ThemeState state) => state switch
    {
        ThemeState.Sent => "Waits for a second person",
        ThemeState.Published => "Published",
        _ => "Being written",
    };

    public static string Of(YouSaidStatus status) => status switch
    {
        YouSaidStatus.Did => "We did this",
        YouSaidStatus.Will => "We will do this",
        _ => "We cannot do this",
    };

    /// <summary>With the day by which it will be done.</summary>
    public static string Of(YouSaid line) => line is { Status: YouSaidStatus.Will, By: { } by } ? $"We will do this by {by.Long()}" : Of(line.Status);

    /// <summary>Rounded, and "a few" where the number is small.</summary>
    public static string People(int people) => SmallNumbers.Usual.Count(people) is { IsHidden: false } count && people > 0 ? $"About {count.Words} people said this." : "A few people said this.";
}
