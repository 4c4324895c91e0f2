using Medway.LocalOffer.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Data;

internal static class EntriesByAddress
{
    /// <param name="context">Of the private login.</param>
    /// <param name="typed">A path of this site, or a whole address as it is copied from a browser.</param>
    public static Task<SearchEntry?> FindByAddressAsync(this SearchDbContext context, string typed, CancellationToken cancellationToken)
    {
        var path = typed.Trim();
        if (Uri.TryCreate(path, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https")
        {
            path = whole.AbsolutePath;
        }

        path = "/" + path.Trim('/');
        return context.Entries.AsNoTracking().FirstOrDefaultAsync(entry => entry.Url == path, cancellationToken);
    }
}
