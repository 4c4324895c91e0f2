namespace Medway.LocalOffer.Listings.Domain;

/// <summary>The ladder of checks in words for staff.</summary>
internal static class CheckWords
{
    public static string Of(CheckState state) => state switch
    {
        CheckState.InDate => "In date",
        CheckState.FirstCheckToCome => "First check to come",
        CheckState.Due => "Due",
        CheckState.NotConfirmed => "Late: says not confirmed",
        _ => "Very late: out of searches",
    };
}
