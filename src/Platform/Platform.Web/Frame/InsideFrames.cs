using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace Medway.LocalOffer.Platform.Web.Frame;

/// <summary>Puts the frame of a page behind a sign-in together: the menu is built from the permissions that guard the pages.</summary>
public sealed class InsideFrames(IReadOnlyList<NavigationEntry> navigation, Actor actor, IHttpContextAccessor http)
{
    /// <summary>Stands in the request's items when the page shows a form that was kept while its sender was signed out.</summary>
    public const string KeptFormShown = "kept-form";

    /// <summary>Stands in the request's items when this session ends sooner than others of its kind.</summary>
    public const string IdleMinutes = "idle-minutes";

    /// <summary>Roles that the header names; who holds more sees the rest at "Me".</summary>
    private const int RolesNamed = 2;

    /// <summary>A place where nobody wonders why somebody looks at it.</summary>
    private const string Elsewhere = "https://www.bbc.co.uk/weather";

    public InsideFrame Of(Inside place) => place switch
    {
        Inside.Staff => new(
            "Local Offer staff", "Local Offer", "Staff", "/staff", Menu(NavigationArea.Staff), Who(ActorKind.Staff),
            "/staff/account", "/staff/sign-in/out", StillHere(place), 15, null),
        Inside.Provider => new(
            "Local Offer for providers", "Local Offer", "Providers", "/provider", Menu(NavigationArea.Provider), Who(ActorKind.Provider),
            "/provider/account", "/provider/sign-in/out", StillHere(place), 15, null),
        _ => new(
            "Medway Local Offer", "Medway", "Local Offer", "/my", Menu(NavigationArea.My), Who(ActorKind.Family),
            null, "/my/sign-in/out", StillHere(place), http.HttpContext?.Items[IdleMinutes] as int? ?? 20, Elsewhere),
    };

    /// <summary>A GET there keeps the session; its permission is in the host.</summary>
    public static string StillHere(Inside place) => place switch
    {
        Inside.Staff => "/staff/still-here",
        Inside.Provider => "/provider/still-here",
        _ => "/my/still-here",
    };

    private List<FrameLink> Menu(NavigationArea area) =>
        [.. navigation.Where(entry => entry.Area == area && actor.May(entry.Permission)).Select(entry => new FrameLink(entry.Text, entry.Href))];

    private SignedIn? Who(ActorKind kind)
    {
        if (actor.Kind != kind)
        {
            return null;
        }

        string[] roles = [.. actor.RolesHeld.Order(StringComparer.Ordinal)];
        var more = roles.Length > RolesNamed ? $" and {roles.Length - RolesNamed} more" : "";
        return new SignedIn(
            kind == ActorKind.Family ? null : http.HttpContext?.User.Identity?.Name,
            string.Join(", ", roles.Take(RolesNamed)) + more);
    }
}
