using Medway.LocalOffer.Platform.Outcomes;

namespace Medway.LocalOffer.Feedback.Seeding;

internal static class Made
{
    /// <summary>Made-up data that the product's own rules refuse is a bug.</summary>
    public static T Up<T>(Outcome<T> outcome) => outcome.IsOk
        ? outcome.Value
        : throw new InvalidOperationException($"Made-up data was not taken: {string.Join(" ", outcome.Errors.Select(error => error.Message))}");
}
