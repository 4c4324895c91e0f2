using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Authentication;

namespace Medway.LocalOffer.Web.Security;

/// <summary>Chooses who is asked to sign in, and how, by the address's first segment; what is not listed asks nobody.</summary>
internal static class SignInByAddress
{
    private const string Scheme = "by-address";

    private static readonly (string Group, string Scheme)[] Groups =
    [
        ("/staff", SignInSchemes.Staff),
        ("/provider", SignInSchemes.Staff),
        ("/my", SignInSchemes.Families),
        ("/join", SignInSchemes.Families),
    ];

    public static void AddSignInByAddress(this IServiceCollection services) => services.AddAuthentication(Scheme)
        .AddPolicyScheme(Scheme, null, options => options.ForwardDefaultSelector = SchemeOf)
        .AddScheme<AuthenticationSchemeOptions, NobodySignsIn>(NobodySignsIn.Scheme, null);

    private static string SchemeOf(HttpContext context)
    {
        foreach (var (group, scheme) in Groups)
        {
            if (context.Request.Path.StartsWithSegments(group, StringComparison.OrdinalIgnoreCase))
            {
                return scheme;
            }
        }

        return NobodySignsIn.Scheme;
    }
}
