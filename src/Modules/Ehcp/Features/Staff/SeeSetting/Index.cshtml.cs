using MediatR;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeSetting;

[Needs(EhcpPermissions.ViewName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public string Kind { get; set; } = "";

    [BindProperty]
    public TypedDate From { get; set; } = new();

    [BindProperty]
    public string Note { get; set; } = "";

    [BindProperty]
    public TypedDate HealthToldOn { get; set; } = new();

    /// <summary>What was wrong; nothing writes down something new.</summary>
    [BindProperty]
    public Guid? StatusId { get; set; }

    public SettingView View { get; private set; } = null!;

    public string Record => $"/staff/ehcp/records/{Id}";

    public string At => $"{Record}/setting";

    public bool MayRecord => actor.May(EhcpPermissions.Record);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (StatusId is { } wrong)
        {
            return await this.AnswerAsync(await mediator.Send(new TakeBackSetting(Id, wrong), cancellationToken), _ => this.RedirectSaying(At, "It is taken back."));
        }

        var (from, told) = (ModelState.ReadDay(From, nameof(From)), ModelState.ReadDay(HealthToldOn, nameof(HealthToldOn)));
        if (!ModelState.IsValid)
        {
            return await this.UnreadableAsync(() => ShowAsync(cancellationToken));
        }

        return await this.AnswerAsync(
            await mediator.Send(new RecordSetting(Id, TypedDates.Choice<SettingKind>(Kind), from, Note, told), cancellationToken),
            _ => this.RedirectSaying(At, "It is written down."),
            () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeSetting(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
