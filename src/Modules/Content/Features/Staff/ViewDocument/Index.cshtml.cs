using MediatR;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Content.Features.Staff.ViewDocument;

[Needs(ContentPermissions.WriteName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public DocumentView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Variant { get; set; } = VariantKey.Full;

    [BindProperty]
    public string Comments { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public TypedDate On { get; set; } = new();

    [BindProperty]
    public string At { get; set; } = "";

    [BindProperty]
    public bool CheckedAll { get; set; }

    [BindProperty]
    public string Language { get; set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken cancellationToken) => DoAsync(new SubmitDraft(Id, Variant), cancellationToken);

    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancellationToken) => DoAsync(new TakeBackDraft(Id, Variant), cancellationToken);

    public Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken) => DoAsync(new DiscardDraft(Id, Variant), cancellationToken);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancellationToken) => DoAsync(new ReturnDraft(Id, Variant, Comments), cancellationToken);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellationToken) => DoAsync(new ApproveDraft(Id, Variant, CheckedAll), cancellationToken);

    public Task<IActionResult> OnPostScheduleAsync(CancellationToken cancellationToken) => DoAsync(new ScheduleDraft(Id, Variant, On.Read(), At), cancellationToken);

    public Task<IActionResult> OnPostUnscheduleAsync(CancellationToken cancellationToken) => DoAsync(new UnscheduleDraft(Id, Variant), cancellationToken);

    public Task<IActionResult> OnPostPublishNowAsync(CancellationToken cancellationToken) => DoAsync(new PublishNow(Id, Variant, Reason), cancellationToken);

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken) => DoAsync(new ConfirmEmergency(Id, Variant), cancellationToken);

    public async Task<IActionResult> OnPostAddVariantAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new AddVariant(Id, Language), cancellationToken),
        key => Redirect($"/staff/content/pages/{Id}/edit/{key}"),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> DoAsync(ICommand<Done> command, CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(command, cancellationToken),
        _ => Redirect($"/staff/content/pages/{Id}?variant={Variant}"),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewDocument(Id, Variant), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
