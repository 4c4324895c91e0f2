using MediatR;
using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Feedback.Features.Staff.WriteCommentTheme;

[Needs(FeedbackPermissions.ThemesName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private const int ShownWords = 300;

    public static readonly IReadOnlyList<Choice> Statuses =
    [
        new(nameof(YouSaidStatus.Did), "We did this"), new(nameof(YouSaidStatus.Will), "We will do this, by a day"), new(nameof(YouSaidStatus.Cannot), "We cannot do this, because"),
    ];

    public ThemeView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Choices => [.. View.Comments.Select(comment => new Choice(comment.Id.ToString("D"), Short(comment.PassedOn ?? ""), $"{comment.About ?? "The whole site"}, {comment.At.Moment()}"))];

    [BindProperty]
    public string Said { get; set; } = "";

    [BindProperty]
    public string EasySaid { get; set; } = "";

    [BindProperty]
    public string Status { get; set; } = "";

    [BindProperty]
    public string Reply { get; set; } = "";

    [BindProperty]
    public string EasyReply { get; set; } = "";

    [BindProperty]
    public TypedDate By { get; set; } = new();

    [BindProperty]
    public string BeforePath { get; set; } = "";

    [BindProperty]
    public string AfterPath { get; set; } = "";

    [BindProperty]
    public List<string> Comments { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await ShowAsync(id, Fill, cancellationToken);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => WriteAsync(id, isSent: false, cancellationToken);

    public Task<IActionResult> OnPostSendAsync(Guid id, CancellationToken cancellationToken) => WriteAsync(id, isSent: true, cancellationToken);

    private async Task<IActionResult> WriteAsync(Guid id, bool isSent, CancellationToken cancellationToken)
    {
        var by = ModelState.ReadDay(By, nameof(By));
        if (!ModelState.IsValid)
        {
            return await this.UnreadableAsync(() => ShowAsync(id, _ => { }, cancellationToken));
        }

        YouSaidStatus? status = Enum.TryParse<YouSaidStatus>(Status, out var known) && Enum.IsDefined(known) ? known : null;
        var comments = Comments.Select(text => Guid.TryParse(text, out var comment) ? comment : Guid.Empty).Where(comment => comment != Guid.Empty).ToList();
        return await this.AnswerAsync(
            await mediator.Send(new WriteCommentTheme(id, Said, EasySaid, status, Reply, EasyReply, by, BeforePath, AfterPath, comments, isSent), cancellationToken),
            _ => this.RedirectSaying($"/staff/feedback/themes/{id}", isSent ? "It waits for a second person." : "It is saved."),
            () => ShowAsync(id, _ => { }, cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(Guid id, Action<ThemeView> fill, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeCommentTheme(id), cancellationToken), view =>
        {
            View = view;
            fill(view);
            return Page();
        });

    private void Fill(ThemeView view)
    {
        var theme = view.Theme;
        (Said, EasySaid, Reply, EasyReply) = (theme.Said, theme.EasySaid, theme.Response, theme.EasyResponse);
        (Status, By) = (theme.Status?.ToString() ?? "", TypedDate.Of(theme.By));
        (BeforePath, AfterPath) = (theme.BeforePath ?? "", theme.AfterPath ?? "");
        Comments = [.. view.Comments.Where(comment => comment.ThemeId == theme.Id).Select(comment => comment.Id.ToString("D"))];
    }

    private static string Short(string words) => words.Length <= ShownWords ? words : words[..ShownWords] + "…";
}
