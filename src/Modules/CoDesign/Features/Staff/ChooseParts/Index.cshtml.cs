using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.CoDesign.Features.Staff.ChooseParts;

[Needs(CoDesignPermissions.RunName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Kinds =
    [
        new(nameof(Ask.Understand), "Is each part easy to understand?", $"Up to {Part.MostOfAPage} questions a page"),
        new(nameof(Ask.Useful), "Would this page help you?"),
        new(nameof(Ask.Missing), "Does this page have all you need?"),
    ];

    public Round Round { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Path { get; set; } = "";

    [BindProperty]
    public string[] Asks { get; set; } = [nameof(Ask.Understand)];

    [BindProperty]
    public string Task { get; set; } = "";

    [BindProperty]
    public Guid PartId { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostPageAsync(CancellationToken cancellationToken) => SendAsync(new AddPage(Id, Path.Trim(), Asks), cancellationToken);

    public Task<IActionResult> OnPostTaskAsync(CancellationToken cancellationToken) => SendAsync(new AddTask(Id, Task), cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken) => SendAsync(new RemovePart(Id, PartId), cancellationToken);

    private async Task<IActionResult> SendAsync(ICommand<Done> command, CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(command, cancellationToken),
        _ => this.RedirectSaying($"/staff/codesign/rounds/{Id}/parts", "Saved."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeRound.SeeRound(Id), cancellationToken), seen =>
        {
            Round = seen.Round;
            return Page();
        });
}
