using MediatR;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Staff.SeeEhcPanel;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordAttendance;

[Needs(EhcpPermissions.HoldPanelsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public const int MaximumField = 500;

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public string SendTeam { get; set; } = "";

    [BindProperty]
    public string Education { get; set; } = "";

    [BindProperty]
    public string EducationalPsychology { get; set; } = "";

    [BindProperty]
    public string Health { get; set; } = "";

    [BindProperty]
    public string SocialCare { get; set; } = "";

    [BindProperty]
    public string Other { get; set; } = "";

    public PanelView View { get; private set; } = null!;

    public string At => $"/staff/ehcp/panels/{Id}";

    private IEnumerable<(PanelAgency Agency, string Typed)> Fields =>
    [
        (PanelAgency.SendTeam, SendTeam), (PanelAgency.Education, Education), (PanelAgency.EducationalPsychology, EducationalPsychology),
        (PanelAgency.Health, Health), (PanelAgency.SocialCare, SocialCare), (PanelAgency.Other, Other),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await ShowAsync(cancellationToken);
        if (page is PageResult)
        {
            string Of(PanelAgency agency) => string.Join(", ", View.Attendees.Where(one => one.Agency == agency).Select(one => one.Who));
            (SendTeam, Education, EducationalPsychology) = (Of(PanelAgency.SendTeam), Of(PanelAgency.Education), Of(PanelAgency.EducationalPsychology));
            (Health, SocialCare, Other) = (Of(PanelAgency.Health), Of(PanelAgency.SocialCare), Of(PanelAgency.Other));
        }

        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(
            new RecordAttendance(
                Id,
                [.. Fields.SelectMany(field => field.Typed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(who => new Attendee(field.Agency, who)))]),
            cancellationToken),
        _ => this.RedirectSaying(At, "Who came is written down."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeEhcPanel.SeeEhcPanel(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
