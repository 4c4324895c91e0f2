using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.My.ReadPlan;

/// <summary>Where somebody is sent whose documents are not open.</summary>
internal static class DocumentsDoorPages
{
    public const string Documents = "/my/documents";
    private const string ShowAgain = "/my/security";

    public static IActionResult ToDoor(this PageModel page, DocumentsAnswer shut) => page.LocalRedirect(
        shut == DocumentsAnswer.NeedsSecondFactor ? ShowAgain + QueryString.Create("return", page.Request.Path.Value ?? Documents) : Documents);
}
