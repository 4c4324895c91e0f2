using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Messaging.Features.Staff.PlanNews;

[Needs(MessagingPermissions.PlanNewsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Kinds = [new("newsletter", "A newsletter"), new("consultation", "A consultation")];

    public static readonly IReadOnlyList<Choice> Topics = [.. Enum.GetValues<NewsTopic>().Select(topic => new Choice(ReasonWords.Snake(topic), LedgerWords.Topic(topic)))];

    [BindProperty]
    public string Act { get; set; } = "";

    [BindProperty]
    public Guid Entry { get; set; }

    [BindProperty]
    public string Kind { get; set; } = "newsletter";

    [BindProperty]
    public string Title { get; set; } = "";

    [BindProperty]
    public string Sender { get; set; } = "";

    [BindProperty]
    public string Audience { get; set; } = "things_to_do";

    [BindProperty]
    public TypedDate From { get; set; } = new();

    [BindProperty]
    public TypedDate To { get; set; } = new();

    [BindProperty]
    public string Words { get; set; } = "";

    public CalendarView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await ActAsync(cancellationToken), _ => LocalRedirect("/staff/messaging/calendar"), () => ShowAsync(cancellationToken));

    private async Task<Outcome<Done>> ActAsync(CancellationToken cancellationToken) => Act switch
    {
        "remove" => await mediator.Send(new RemoveEntry(Entry), cancellationToken),
        "send" => await mediator.Send(new SendNews(Entry), cancellationToken),
        _ when Kinds.Any(kind => kind.Value == Kind) && Topics.Any(topic => topic.Value == Audience) => !To.IsEmpty && To.Read() is null
            ? Outcome.Invalid(nameof(To), "This is not a date. Write day, month and year, or leave it empty")
            : await mediator.Send(
                new PlanEntry(
                    Enum.Parse<CalendarKind>(Kind, ignoreCase: true), Title, Sender,
                    Enum.Parse<NewsTopic>(Audience.Replace("_", "", StringComparison.Ordinal), ignoreCase: true), From.Read(), To.Read(), Words),
                cancellationToken),
        _ => Outcome.Invalid(nameof(Kind), "Choose from the list"),
    };

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeCalendar(), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
