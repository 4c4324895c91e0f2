using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.My;

/// <summary>Where somebody is sent whose documents are not open.</summary>
internal static class DocumentsDoorPages
{
    public const string Documents = "/my/documents";
    private const string ShowAgain = "/my/security";

    public static IActionResult ToDoor(this PageModel page, DocumentsAnswer shut) => page.LocalRedirect(Of(shut, page.Request.Path.Value ?? Documents));

    /// <param name="back">Where they want to be.</param>
    public static string Of(DocumentsAnswer shut, string back) => shut == DocumentsAnswer.NeedsSecondFactor ? ShowAgain + QueryString.Create("return", back) : Documents;
}

/// <summary>A part of a page that is read only with documents open.</summary>
/// <param name="Back">The page.</param>
/// <param name="What">As "To read what you told us".</param>
internal sealed record ShutDoor(DocumentsAnswer Door, string Back, string What);
