using MediatR;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Staff.ViewEntry;

[Needs(RegisterPermissions.ReadName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    private const string Yes = "yes";

    public static readonly IReadOnlyList<Choice> Proved = [new(Yes, "I reached them there myself: it is theirs")];

    public static readonly IReadOnlyList<Choice> Ends = [new(nameof(EntryState.Moved), "Moved out of Medway"), new(nameof(EntryState.Left), "The family leaves")];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Kind { get; set; } = "";

    [BindProperty]
    public TypedDate SeenOn { get; set; } = new();

    [BindProperty]
    public List<string> HasProvedContact { get; set; } = [];

    [BindProperty]
    public string State { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public string Giver { get; set; } = "";

    [BindProperty]
    public string Use { get; set; } = "";

    /// <summary>What stood beside each use when the page was opened.</summary>
    [BindProperty]
    public Dictionary<string, Guid> Wordings { get; set; } = [];

    [BindProperty]
    public string Answer { get; set; } = "";

    [BindProperty]
    public string Channel { get; set; } = "";

    [BindProperty]
    public string OldAnswer { get; set; } = "";

    public IReadOnlyList<Choice> Speakers => [.. View.Speakers.Select(id => new Choice($"{id}", View.Givers[id]))];

    public IReadOnlyList<Choice> Uses => [.. View.Uses.Select(use => new Choice(use.Purpose.Slug, use.Title))];

    public ViewedEntry View { get; private set; } = null!;

    public bool MayKeep => actor.May(RegisterPermissions.Keep);

    private string Here => $"/staff/register/{Id}";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostAcknowledgeAsync(CancellationToken cancellationToken) => DoAsync(new AcknowledgeApplication(Id), "Written down.", cancellationToken);

    public Task<IActionResult> OnPostEvidenceAsync(CancellationToken cancellationToken) =>
        DoAsync(new RecordEvidence(Id, RegisterWords.Chosen<EvidenceKind>(Kind), SeenOn.Read(), HasProvedContact.Contains(Yes)), "Written down. Give the paper back: we keep no copy.", cancellationToken);

    public Task<IActionResult> OnPostLiveAsync(CancellationToken cancellationToken) => DoAsync(new PutLive(Id), "The entry is live.", cancellationToken);

    public Task<IActionResult> OnPostOldAsync(CancellationToken cancellationToken) =>
        DoAsync(new RecordOldAnswer(Id, OldAnswer switch { Yes => true, "no" => false, _ => null }), "Written down.", cancellationToken);

    public Task<IActionResult> OnPostSameAsync(CancellationToken cancellationToken) => DoAsync(new JoinTwoForms(Id), "The two forms are one entry. Look at the uses that are on hold.", cancellationToken);

    public async Task<IActionResult> OnPostSaidAsync(CancellationToken cancellationToken)
    {
        bool? isYes = Answer switch { Yes => true, "no" => false, _ => null };
        var said = await mediator.Send(
            new RecordConsent(Id, Guid.TryParse(Giver, out var giver) ? giver : Guid.Empty, Use, isYes, RegisterWords.Chosen<ConsentChannel>(Channel), Wordings.GetValueOrDefault(Use)), cancellationToken);

        // The operation calls them otherwise than the form.
        foreach (var error in said.Errors)
        {
            ModelState.AddModelError(error.Field switch { nameof(RecordConsent.GiverId) => nameof(Giver), nameof(RecordConsent.Purpose) => nameof(Use), nameof(RecordConsent.IsYes) => nameof(Answer), var same => same }, error.Message);
        }

        return said.IsOk ? this.RedirectSaying(Here, "Written down. It counts from now on.") : said.Kind == OutcomeKind.Invalid ? await this.UnreadableAsync(() => ShowAsync(cancellationToken)) : await this.AnswerAsync(said, _ => Page());
    }

    public Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken) =>
        DoAsync(new EndEntry(Id, RegisterWords.Chosen<EntryState>(State), Reason), "The entry has ended. Nothing is sent or shared any more.", cancellationToken);

    private async Task<IActionResult> DoAsync<T>(IRequest<Outcome<T>> operation, string said, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(operation, cancellationToken), _ => this.RedirectSaying(Here, said), () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewEntry(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
