using System.Text;
using Medway.LocalOffer.Platform.KeptForms;
using Microsoft.AspNetCore.Http;

namespace Medway.LocalOffer.Platform.Web.KeptForms;

/// <summary>Takes from a request what may be kept.</summary>
internal static class KeptFormReading
{
    private static readonly PathString[] Places = ["/staff", "/provider", "/my"];

    /// <summary>Words that a field's name ends with when it must not be kept: what a person proves themselves with.</summary>
    private static readonly string[] NeverKept = ["Password", "Code", "Token", "Secret", "Pin", "Credential", "Assertion"];

    public static bool IsInside(PathString path) => Places.Any(place => path.StartsWithSegments(place, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Only from our own pages: another site could otherwise put words into a person's form and have them come back as the person's own.
    /// </summary>
    public static bool IsFromOurselves(HttpRequest request)
    {
        var headers = request.Headers;
        return headers.TryGetValue("Sec-Fetch-Site", out var site)
            ? site == "same-origin"
            : headers.Origin.Count == 1 && headers.Origin == $"{request.Scheme}://{request.Host}";
    }

    /// <returns>Null when nothing was typed that may be kept, or it is too much.</returns>
    public static async Task<KeptForm?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType || !IsFromOurselves(request))
        {
            return null;
        }

        try
        {
            var form = await request.ReadFormAsync(cancellationToken);
            var fields = form.Where(field => MayBeKept(field.Key)).ToDictionary(
                field => field.Key,
                field => field.Value.Select(value => value ?? "").ToArray(),
                StringComparer.OrdinalIgnoreCase);
            var size = fields.Sum(field => Encoding.UTF8.GetByteCount(field.Key) + field.Value.Sum(Encoding.UTF8.GetByteCount));
            return fields.Count > 0 && size <= Platform.KeptForms.KeptForms.MaximumBytes ? new KeptForm(request.Path, fields) : null;
        }
        catch (InvalidDataException)
        {
            // Not a form, whatever its header says.
            return null;
        }
        catch (BadHttpRequestException)
        {
            // Larger than this host takes.
            return null;
        }
    }

    /// <param name="name">Of a field, as the form sends it.</param>
    internal static bool MayBeKept(string name)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        return !last.StartsWith("__", StringComparison.Ordinal)
            && (last.EndsWith("postcode", StringComparison.OrdinalIgnoreCase)
                || !NeverKept.Any(word => last.EndsWith(word, StringComparison.OrdinalIgnoreCase)));
    }
}
