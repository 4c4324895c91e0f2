namespace Medway.LocalOffer.Web.Security;

/// <summary>
/// The framework writes whole addresses at Information: what a family searched for, and where it lives. These stay silent even when an
/// operator turns the log up for <c>Microsoft.AspNetCore</c>, because the longer name wins.
/// </summary>
internal static class QuietAddresses
{
    private static readonly string[] Categories =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.Mvc.RedirectResult",
        "Microsoft.AspNetCore.Mvc.Infrastructure.RedirectResultExecutor",
        "Microsoft.AspNetCore.Http.Result.RedirectResult",
    ];

    public static void AddQuietAddresses(this ILoggingBuilder logging)
    {
        foreach (var category in Categories)
        {
            logging.AddFilter(category, LogLevel.Warning);
        }
    }
}
