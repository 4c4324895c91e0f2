using System.Diagnostics;
using System.Globalization;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Web.Frame;
using Medway.LocalOffer.Platform.Web.Limits;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Web.Features.ErrorPages;

/// <summary>Every refusal and fault in the site's own frame. Reads memory only: it must work when the database does not.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(Settings settings, Actor actor, PermissionRegistry permissions) : PageModel
{
    public int Code { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Finds the fault in the log; holds nothing about the visitor.</summary>
    public string Reference { get; private set; } = "";

    public string? Phone { get; private set; }

    /// <summary>What a signed-in member of staff holds, for whom a refusal can say more; null for everybody else.</summary>
    public IReadOnlyList<string>? StaffRoles => actor.Kind == ActorKind.Staff ? [.. actor.RolesHeld.Order(StringComparer.Ordinal)] : null;

    /// <summary>
    /// The address of a staff page that somebody signed in did not find, whether there is such a record or not: for whoever needs one that a
    /// colleague looks after. Null for everybody else.
    /// </summary>
    public string? Record { get; private set; }

    /// <summary>For the address of a record, to whoever may open one that a colleague looks after.</summary>
    public bool OffersBreakGlass => Record is { } address && address.Split('/').Any(segment => Guid.TryParseExact(segment, "D", out _))
        && actor.May(permissions.Named("accounts.break-glass.open"));

    /// <summary>What <c>Retry-After</c> says to browsers, in words.</summary>
    public string Wait { get; private set; } = "";

    /// <summary>In place of handlers: the request that failed may have used any method.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        Show(int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture));

    private void Show(int code)
    {
        Code = code is >= 400 and <= 599 ? code : 404;
        Response.StatusCode = Code;
        Reference = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
        Phone = settings.Get(SiteSettings.CouncilPhone);
        Record = StaffRoles is { Count: > 0 } && HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath is { } path
            && path.StartsWith("/staff/", StringComparison.OrdinalIgnoreCase) ? path : null;
        Wait = RetryAfter.InWords(Response);
        Title = Code switch
        {
            404 => "We cannot find that page",
            410 => "This page has gone",
            403 => StaffRoles is { Count: 0 } ? "You have no role here yet" : "You cannot open this page",
            429 => "Please slow down a little",
            503 => "This site is resting for a moment",
            >= 500 => "Something broke",
            _ => "That did not work",
        };
    }
}
