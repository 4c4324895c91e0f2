namespace Medway.LocalOffer.Search.Domain;

/// <summary>What to take off when nothing fits.</summary>
/// <param name="Group">The group of choices; null is the age.</param>
/// <param name="Total">What would be found without it.</param>
internal sealed record LooserSearch(ChoiceGroup? Group, int Total);
