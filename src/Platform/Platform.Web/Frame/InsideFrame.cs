using Microsoft.AspNetCore.Http;

namespace Medway.LocalOffer.Platform.Web.Frame;

/// <summary>The places behind a sign-in, each with a layout of its own.</summary>
public enum Inside
{
    Staff,
    My,
    Provider,
}

/// <summary>What stands round a page behind a sign-in, for whoever looks at it.</summary>
/// <param name="Site">Comes after the page's own title.</param>
/// <param name="BrandFirst">First line of the name in the header.</param>
/// <param name="BrandThen">Second line of it.</param>
/// <param name="Home">Where the name leads.</param>
/// <param name="Menu">Only what this person may open; empty for whoever is not signed in.</param>
/// <param name="SignedIn">Null on the sign-in pages.</param>
/// <param name="Account">The page about oneself; null where there is none.</param>
/// <param name="SignOut">Takes a POST.</param>
/// <param name="StillHere">A GET there keeps the session.</param>
/// <param name="IdleMinutes">How long a session lasts without a click.</param>
/// <param name="Leave">Where "Leave this page" leads; null where there is nothing to hide.</param>
public sealed record InsideFrame(
    string Site,
    string BrandFirst,
    string BrandThen,
    string Home,
    IReadOnlyList<FrameLink> Menu,
    SignedIn? SignedIn,
    string? Account,
    string SignOut,
    string StillHere,
    int IdleMinutes,
    string? Leave)
{
    public bool IsForFamilies => Leave is not null;

    /// <summary>The entry that the page belongs to: the longest address that its own begins with.</summary>
    public FrameLink? Current(PathString path) => Menu
        .Where(link => path.StartsWithSegments(link.Href, StringComparison.OrdinalIgnoreCase))
        .MaxBy(link => link.Href.Length);
}

/// <param name="Name">What the sign-in calls this person; null when it says nothing, as for families.</param>
/// <param name="Roles">In words.</param>
public sealed record SignedIn(string? Name, string Roles);
