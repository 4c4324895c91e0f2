using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Medway.LocalOffer.Platform.Web.Limits;

/// <summary>What <c>Retry-After</c> says to browsers, for people.</summary>
public static class RetryAfter
{
    /// <returns>For example "10 minutes". Rounded up: whoever comes back too early is turned away again. "a minute" when the header says nothing.</returns>
    public static string InWords(HttpResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var minutes = int.TryParse(response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Math.Ceiling(seconds / 60.0) : 0;
        return minutes switch
        {
            <= 1 => "a minute",
            < 60 => string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes"),
            60 => "an hour",
            _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(minutes / 60)} hours"),
        };
    }
}
