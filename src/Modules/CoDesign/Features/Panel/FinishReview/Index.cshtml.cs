using MediatR;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.CoDesign.Features.Panel.FinishReview;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PanelPage(mediator)
{
    public const string Here = "/panel/finish";

    public static readonly IReadOnlyList<Choice> Choices = [new(nameof(Data.Friend.Yes), "Yes"), new(nameof(Data.Friend.Maybe), "Maybe"), new(nameof(Data.Friend.No), "No")];

    [BindProperty]
    public string Friend { get; set; } = "";

    [BindProperty]
    public bool Skip { get; set; }

    public bool IsDone { get; private set; }

    /// <param name="done">Sent: the thanks.</param>
    public async Task<IActionResult> OnGetAsync(bool done, CancellationToken cancellationToken)
    {
        if (await SitAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        IsDone = done && Seat!.Reviewer.FinishedAt is not null;
        Friend = $"{Seat!.Reviewer.Friend}";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await AfterAsync(
        await Mediator.Send(new FinishReview(Key, Skip ? "" : Friend), cancellationToken),
        _ => LocalRedirect(Here + "?done=true"),
        async () => await SitAsync(cancellationToken, evenClosed: true) ?? Page());
}
