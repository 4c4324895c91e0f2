using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Messaging.Features.Staff.WriteVersion;

[Needs(MessagingPermissions.WriteTemplatesName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Channels = [.. Enum.GetValues<MessageChannel>().Select(c => new Choice(ReasonWords.Snake(c), LedgerWords.Channel(c)))];

    public static readonly IReadOnlyList<Choice> Formats = [.. Enum.GetValues<MessageFormat>().Where(f => f != MessageFormat.LargePrint).Select(f => new Choice(ReasonWords.Snake(f), FormatWords.Name(f)))];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Channel { get; set; } = "email";

    [BindProperty]
    public string Format { get; set; } = "standard";

    [BindProperty]
    public string Language { get; set; } = "en";

    [BindProperty]
    public string Subject { get; set; } = "";

    [BindProperty]
    public string Body { get; set; } = "";

    [BindProperty]
    public string HardReason { get; set; } = "";

    public ViewTemplate.TemplateView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid? from, CancellationToken cancellationToken)
    {
        var shown = await ShowAsync(cancellationToken);
        if (View?.Versions.FirstOrDefault(v => v.Version.Id == from) is { Version: var version })
        {
            (Channel, Format, Language) = (ReasonWords.Snake(version.Channel), ReasonWords.Snake(version.Format), version.Language);
            (Subject, Body) = (version.Subject, version.Body);
        }

        return shown;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync<Done>(
        Named<MessageChannel>(Channel) is { } channel && Named<MessageFormat>(Format) is { } format
            ? await mediator.Send(new WriteVersion(Id, channel, format, Language, Subject, Body, HardReason), cancellationToken)
            : Outcome.Invalid(nameof(Channel), "Choose from the list"),
        _ => LocalRedirect($"/staff/messaging/templates/{Id}"),
        () => ShowAsync(cancellationToken));

    private static T? Named<T>(string snake)
        where T : struct, Enum =>
        Enum.TryParse<T>(snake.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewTemplate.ViewTemplate(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
