using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.People.Features.Staff.GatherData;

[Needs(PeoplePermissions.GatherName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>On the page; the file has all.</summary>
    public const int Shown = 20;

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public string Reason { get; set; } = "";

    public HeldView Held { get; private set; } = null!;

    public string At => $"/staff/people/{Id}";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new GatherData(Id, AsFile: true), cancellationToken),
        held => File(JsonSerializer.SerializeToUtf8Bytes(Document(held), Readable), "application/json", $"everything-we-hold-{held.Reference}.json"),
        () => ShowAsync(cancellationToken));

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken) => await this.AnswerAsync<Done>(
        await mediator.Send(new AskErasure(Id, Reason), cancellationToken),
        _ => this.RedirectSaying($"{At}/data", "A second person has to decide now. Nothing is erased yet."),
        () => ShowAsync(cancellationToken));

    private static object Document(HeldView held) => new
    {
        held.Reference,
        MadeAt = held.At,
        Parts = held.Holdings.Select(holding => new
        {
            holding.Holder,
            Records = holding.Records.Select(record => new { record.What, record.At, Fields = record.Fields.Select(field => new { Name = field.Key, field.Value }) }),
        }),
        Kept = held.Steps.Where(step => step.Step.KeptBecause is not null).Select(step => new { step.Holder, step.Step.What, step.Step.Count, step.Step.KeptBecause, step.Step.KeptUntil }),
    };

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new GatherData(Id, AsFile: false), cancellationToken), held =>
        {
            Held = held;
            return Page();
        });
}
