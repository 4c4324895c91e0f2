using MediatR;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.My.TellHowItWas;

[Needs(EhcpPermissions.OwnName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public const string At = "/my/ehc-plan/feedback";

    /// <summary>Which question is open; the newest without an answer when there is none.</summary>
    [BindProperty(SupportsGet = true, Name = "about")]
    public Guid? Chosen { get; set; }

    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public string KnowsNext { get; set; } = "";

    [BindProperty]
    public string WasGood { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    public IReadOnlyList<OwnAsk> Asks { get; private set; } = [];

    public OwnAsk? Now { get; private set; }

    public IEnumerable<OwnAsk> Others => Asks.Where(ask => ask.Id != Now?.Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await this.AnswerAsync(await mediator.Send(new SeeOwnAsks(), cancellationToken), asks =>
    {
        Show(asks, Chosen);
        if (Now is { AnsweredAt: not null } before)
        {
            (KnowsNext, WasGood, Words) = ($"{before.KnowsNext}", $"{before.WasGood}", before.Words ?? "");
        }

        return Page();
    });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(
            new TellHowItWas(Id, TypedDates.Choice<FamilySays>(KnowsNext), WasGood.Length == 0 ? null : TypedDates.Choice<FamilySays>(WasGood), Words), cancellationToken),
        _ => this.RedirectSaying(At, "Thank you. It helps us to do better."),
        async () => await this.AnswerAsync(await mediator.Send(new SeeOwnAsks(), cancellationToken), asks =>
        {
            Show(asks, Id);
            return Page();
        }));

    private void Show(IReadOnlyList<OwnAsk> asks, Guid? chosen)
    {
        Asks = asks;
        Now = asks.FirstOrDefault(ask => ask.Id == chosen) ?? asks.FirstOrDefault(ask => ask.AnsweredAt is null);
    }
}
