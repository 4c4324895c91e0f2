using MediatR;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.CoDesign.Features.Staff.AnswerTheme;

[Needs(CoDesignPermissions.AnswerName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Statuses =
        [new(nameof(YouSaidStatus.Did), "We did"), new(nameof(YouSaidStatus.Will), "We will, by a day"), new(nameof(YouSaidStatus.Cannot), "We cannot, because")];

    public SeenTheme Seen { get; private set; } = null!;

    /// <summary>What was ticked a moment ago stays.</summary>
    public bool IsAgain { get; private set; }

    public IEnumerable<Choice> Pages => Seen.Pages.Select(page => new Choice($"{page.DocumentId}", page.Title));

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Said { get; set; } = "";

    [BindProperty]
    public string EasySaid { get; set; } = "";

    [BindProperty]
    public string Document { get; set; } = "";

    [BindProperty]
    public string Proposed { get; set; } = "";

    [BindProperty]
    public string Status { get; set; } = "";

    [BindProperty]
    public new string Response { get; set; } = "";

    [BindProperty]
    public string EasyResponse { get; set; } = "";

    [BindProperty]
    public TypedDate By { get; set; } = new();

    [BindProperty]
    public string AfterPath { get; set; } = "";

    [BindProperty]
    public Guid[] Answers { get; set; } = [];

    public static string Reasons(ThemeAnswer answer) =>
        string.Join(", ", answer.Reasons.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(reason => Enum.Parse<Reason>(reason).Words()));

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(isAgain: false, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var by = ModelState.ReadDay(By, nameof(By));
        return ModelState.IsValid
            ? await this.AnswerAsync(
                await mediator.Send(new AnswerTheme(Id, Said, EasySaid, Document, Proposed, Status, Response, EasyResponse, by, AfterPath.Trim(), Answers), cancellationToken),
                _ => this.RedirectSaying($"/staff/codesign/themes/{Id}", "Saved."),
                () => ShowAsync(isAgain: true, cancellationToken))
            : await this.UnreadableAsync(() => ShowAsync(isAgain: true, cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(bool isAgain, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeTheme(Id), cancellationToken), seen =>
        {
            Seen = seen;
            IsAgain = isAgain;
            if (!isAgain)
            {
                var theme = seen.Theme;
                (Said, EasySaid, Document, Proposed) = (theme.Said, theme.EasySaid, $"{theme.DocumentId}", theme.Proposed ?? "");
                (Status, Response, EasyResponse) = ($"{theme.Status}", theme.Response ?? "", theme.EasyResponse ?? "");
                (By, AfterPath) = (TypedDate.Of(theme.By), theme.AfterPath ?? "");
            }

            return Page();
        });
}
