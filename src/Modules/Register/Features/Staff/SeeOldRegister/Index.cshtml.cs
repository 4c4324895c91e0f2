using System.Globalization;
using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Staff.SeeOldRegister;

[Needs(RegisterPermissions.ImportName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public const string At = "/staff/register/old";
    public const int LongestCount = 4;

    private const string Second = "second";

    public static readonly IReadOnlyList<Choice> Letters = [new("first", "The first, to families who have had none"), new(Second, "The second, to families who did not answer in time")];

    [BindProperty]
    public string Which { get; set; } = "first";

    [BindProperty]
    public string Count { get; set; } = "";

    public OldRegisterView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new MakeLetters(int.TryParse(Count, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null, Which == Second), cancellationToken),
        made => this.RedirectSaying(At, $"{made} are put together. Nothing is sent before somebody lets the letters go."), () => ShowAsync(cancellationToken));

    public async Task<IActionResult> OnPostReleaseAsync(Guid letters, CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new ReleaseLetters(letters), cancellationToken),
        written => this.RedirectSaying(At, $"{written} letters go to Messages, to be printed."), () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeOldRegister(), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
