using System.Globalization;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.RecordBriefing;

[Needs(VoicePermissions.KeepName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public TypedDate HeldOn { get; set; } = new();

    [BindProperty]
    public string Topic { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    [BindProperty]
    public string Schools { get; set; } = "";

    [BindProperty]
    public string EarlyYears { get; set; } = "";

    [BindProperty]
    public string Colleges { get; set; } = "";

    [BindProperty]
    public string Health { get; set; } = "";

    [BindProperty]
    public string SocialCare { get; set; } = "";

    [BindProperty]
    public string Council { get; set; } = "";

    [BindProperty]
    public string VoluntaryGroups { get; set; } = "";

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var day = ModelState.ReadDay(HeldOn, nameof(HeldOn));
        Dictionary<BriefedAgency, int> came = [];
        Count(came, BriefedAgency.Schools, Schools);
        Count(came, BriefedAgency.EarlyYears, EarlyYears);
        Count(came, BriefedAgency.Colleges, Colleges);
        Count(came, BriefedAgency.Health, Health);
        Count(came, BriefedAgency.SocialCare, SocialCare);
        Count(came, BriefedAgency.Council, Council);
        Count(came, BriefedAgency.VoluntaryGroups, VoluntaryGroups);
        return ModelState.IsValid
            ? await this.AnswerAsync(
                await mediator.Send(new RecordBriefing(day, Topic, Words, came), cancellationToken),
                _ => this.RedirectSaying("/staff/improvement/briefings", "It is written down."))
            : await this.UnreadableAsync();
    }

    /// <summary>Empty is nobody; each field has the name of its agency.</summary>
    private void Count(Dictionary<BriefedAgency, int> came, BriefedAgency agency, string typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return;
        }

        if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= BriefingAttendance.Most)
        {
            came[agency] = count;
        }
        else
        {
            ModelState.AddModelError($"{agency}", $"{BriefingWords.Of(agency)}: write how many came as a whole number from 0 to {BriefingAttendance.Most}, or leave it empty");
        }
    }
}
