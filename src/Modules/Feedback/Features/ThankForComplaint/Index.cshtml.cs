using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Feedback.Features.ThankForComplaint;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed partial class IndexModel : PageModel
{
    [FromQuery(Name = "reference")]
    public string? Written { get; set; }

    /// <summary>Only what looks like one: anybody can write an address.</summary>
    public string? Reference => Written is not null && Form().IsMatch(Written) ? Written : null;

    [GeneratedRegex("^C-[2-9A-Z]{6}$")]
    private static partial Regex Form();
}
