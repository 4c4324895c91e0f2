using Medway.LocalOffer.Listings.Domain;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>How long a text may be, in characters: the columns, the import and later the forms share them.</summary>
internal static class Limits
{
    public const int Slug = NaturalKey.MaximumSlugLength;
    public const int Name = 200;
    public const int Summary = 500;
    public const int Note = 500;
    public const int LongNote = 1000;
    public const int SourceNote = 1000;
    public const int Phone = 40;
    public const int Email = 254;

    /// <summary>Of a web page.</summary>
    public const int Address = 500;

    /// <summary>Of a building.</summary>
    public const int Street = 300;
    public const int Town = 100;
    public const int Postcode = 8;
    public const int Code = 40;

    /// <summary>SEND law ends at 25; a service for all ages leaves the limit empty.</summary>
    public const short OldestAge = 25;

    /// <summary>Rows of one list of a service that a form takes: more is a sign that something went wrong.</summary>
    public const int Rows = 40;

    /// <summary>Letters of a list that a form takes as lines of text.</summary>
    public const int Lines = 4000;

    /// <summary>The box round the United Kingdom: a point outside it has its two numbers swapped or a sign lost.</summary>
    public const double South = 49.0;
    public const double North = 61.5;
    public const double West = -9.0;
    public const double East = 2.5;

    public const string SlugCheck = "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'";
}
