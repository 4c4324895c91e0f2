namespace Medway.LocalOffer.Improvement.Domain;

/// <summary>Colours as people read them: a name says more than a colour, and to everybody.</summary>
internal static class BragWords
{
    public static string Of(Brag colour) => colour switch
    {
        Brag.Blue => "Blue: done and shown to work",
        Brag.Green => "Green: on its way",
        Brag.Amber => "Amber: in danger",
        Brag.Red => "Red: late",
        _ => "Grey: nobody can tell",
    };

    /// <summary>Name of its mark in the theme's icons: each has a shape of its own.</summary>
    public static string Mark(Brag colour) => colour switch
    {
        Brag.Blue => "b-blue",
        Brag.Green => "b-green",
        Brag.Amber => "b-amber",
        Brag.Red => "b-red",
        _ => "b-grey",
    };

    public static string? OfRecurring(string? recurring) => recurring switch
    {
        "every_month" => "every month",
        "every_two_months" => "every two months",
        "every_term" => "every term",
        _ => recurring,
    };
}
