namespace Medway.LocalOffer.Content.Data;

/// <summary>How long a text may be, in characters: columns, forms and seed files share them.</summary>
internal static class Limits
{
    public const int Slug = 80;

    /// <summary>A page may stand ten levels deep at most, so a path is never longer.</summary>
    public const int Path = 400;

    public const int Title = 100;
    public const int Summary = 200;
    public const int Body = 200_000;

    /// <summary>In bytes, of a form with a text: far more than a text may have, so that one that is too long comes back whole with words.</summary>
    public const int Form = 8 * 1024 * 1024;

    public const int Owner = 100;
    public const int Mailbox = 254;
    public const int Note = 500;
    public const int Words = 2000;
    public const int Place = 200;
    public const int Link = 500;
    public const int Also = 500;
    public const int Icon = 40;
    public const int Variant = 12;
    public const int Actor = 100;

    public const string SlugCheck = "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'";
}
