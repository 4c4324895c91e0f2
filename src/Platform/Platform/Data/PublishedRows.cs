namespace Medway.LocalOffer.Platform.Data;

/// <summary>
/// The schema of what modules that hold people show to everybody (blueprint §7): rows that are frozen when they are published. A module may make tables of
/// its own in it, and gives the public login the right to read those and nothing else.
/// </summary>
public static class PublishedRows
{
    public const string Schema = "published";
}
