using Medway.LocalOffer.Platform.Data;

namespace Medway.LocalOffer.Web.Security;

/// <summary>Chooses the database login by the address's first segment (blueprint §7). What is not listed gets the public login.</summary>
internal static class LoginOfEndpointGroup
{
    private static readonly string[] PrivateGroups = ["/staff", "/my", "/provider", "/panel", "/join", "/link", "/callbacks"];

    public static void UseLoginOfEndpointGroup(this WebApplication app) => app.Use((context, next) =>
    {
        foreach (var group in PrivateGroups)
        {
            if (context.Request.Path.StartsWithSegments(group, StringComparison.OrdinalIgnoreCase))
            {
                context.RequestServices.GetRequiredService<CurrentLogin>().Value = DatabaseLogin.Private;
                break;
            }
        }

        return next(context);
    });
}
