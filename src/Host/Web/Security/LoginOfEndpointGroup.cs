using Medway.LocalOffer.Platform.Data;

namespace Medway.LocalOffer.Web.Security;

/// <summary>Chooses the database login by the address's first segment (blueprint §7). What is not listed gets the public login.</summary>
internal static class LoginOfEndpointGroup
{
    private static readonly string[] PrivateGroups = ["/staff", "/my", "/provider", "/panel", "/join", "/link", "/callbacks"];

    public static void UseLoginOfEndpointGroup(this WebApplication app) => app.Use((context, next) =>
    {
        if (IsPrivate(context.Request.Path))
        {
            context.RequestServices.GetRequiredService<CurrentLogin>().Value = DatabaseLogin.Private;
        }

        return next(context);
    });

    /// <summary>Whether what is there is for one person, and not for everybody.</summary>
    public static bool IsPrivate(PathString path) =>
        Array.Exists(PrivateGroups, group => path.StartsWithSegments(group, StringComparison.OrdinalIgnoreCase));
}
