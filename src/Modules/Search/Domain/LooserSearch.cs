namespace Medway.LocalOffer.Search.Domain;

/// <summary>A group of choices that can be taken off when nothing fits them all.</summary>
internal enum ChoiceGroup
{
    Kind,
    Need,
    Cost,
    Age,
}

/// <param name="Total">What would be found without that group.</param>
internal sealed record LooserSearch(ChoiceGroup Group, int Total);
