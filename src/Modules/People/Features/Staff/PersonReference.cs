namespace Medway.LocalOffer.People.Features.Staff;

/// <summary>What staff call a person where no name may stand: the end of the id, which is the random part.</summary>
internal static class PersonReference
{
    public static string Of(Guid id) => "P-" + id.ToString("N")[^8..].ToUpperInvariant();
}
