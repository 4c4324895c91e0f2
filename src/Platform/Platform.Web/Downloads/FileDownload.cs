using Medway.LocalOffer.Platform.Files;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Medway.LocalOffer.Platform.Web.Downloads;

/// <summary>
/// Answers with a stored file: as an attachment, under a policy of its own that lets it do nothing, and never kept by a browser unless it is
/// public. The endpoint that returns it has found the file under its own kind and checked its permission.
/// </summary>
/// <param name="files">Of the request.</param>
/// <param name="file">What <see cref="IFiles.FindAsync"/> found.</param>
/// <param name="asPicture">Lets a page show it; only a public picture is ever sent so.</param>
public sealed class FileDownload(IFiles files, FileDetails file, bool asPicture = false) : IResult
{
    /// <summary>Even opened by itself it runs, loads and frames nothing.</summary>
    private const string Policy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var isPublic = file.Class == FieldClass.Public;
        var disposition = new ContentDispositionHeaderValue(asPicture && isPublic && FileTypes.Pictures.Contains(file.Type) ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);

        var response = httpContext.Response;
        response.ContentType = file.Type == FileTypes.Text ? "text/plain; charset=utf-8" : file.Type.MediaType;
        response.ContentLength = file.Size;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";

        // A stored file never changes: another content has another id.
        response.Headers.CacheControl = isPublic ? "public, max-age=31536000, immutable" : "no-store";
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await files.CopyToAsync(file, response.Body, httpContext.RequestAborted);
        }
    }
}
