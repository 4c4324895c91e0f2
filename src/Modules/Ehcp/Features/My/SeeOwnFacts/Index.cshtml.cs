using MediatR;
using Medway.LocalOffer.Ehcp.Facts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.My.SeeOwnFacts;

[Needs(EhcpPermissions.AskName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public const string At = "/my/ehc-plan/facts";
    private const string Yes = "yes";

    public static readonly IReadOnlyList<Choice> YesNo = [new(Yes, "Yes"), new("no", "No")];

    [BindProperty]
    public string Record { get; set; } = "";

    [BindProperty]
    public string Topic { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    [BindProperty]
    public string Agreed { get; set; } = "no";

    public OwnFacts View { get; private set; } = new([], DocumentsAnswer.Open, []);

    public IReadOnlyList<Choice> Records => [.. View.References.Select(reference => new Choice(reference, reference))];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new TellFact(Record, TypedDates.Choice<FactTopic>(Topic), Words, Agreed == Yes), cancellationToken),
        _ => this.RedirectSaying(At, "Thank you. We have it, and it stays."),
        () => ShowAsync(cancellationToken));

    public async Task<IActionResult> OnPostAgreeAsync(Guid fact, bool may, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new AgreeToReuse(fact, may), cancellationToken), _ => this.RedirectSaying(At, "We will keep to that."));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeOwnFacts(), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
