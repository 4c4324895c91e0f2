using MediatR;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Staff.SeeRecord;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordEvent;

[Needs(EhcpPermissions.RecordName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    /// <summary>From the link on the record's page; what does not fit leads back there.</summary>
    [BindProperty(SupportsGet = true, Name = "kind")]
    public string Kind { get; set; } = "";

    [BindProperty]
    public TypedDate On { get; set; } = new();

    [BindProperty]
    public string Note { get; set; } = "";

    [BindProperty]
    public string Adviser { get; set; } = "";

    [BindProperty]
    public string SentBy { get; set; } = "";

    [BindProperty]
    public string Ground { get; set; } = "";

    [BindProperty]
    public string Limit { get; set; } = "";

    [BindProperty]
    public TypedDate GroundFrom { get; set; } = new();

    [BindProperty]
    public TypedDate GroundTo { get; set; } = new();

    public RecordView View { get; private set; } = null!;

    public string At => $"/staff/ehcp/records/{Id}";

    public EventKind What => TypedDates.Choice<EventKind>(Kind);

    public bool IsServed => Sequence.IsServed(What);

    public bool IsException => What == EventKind.ExceptionClaimed;

    public IReadOnlyList<Choice> Advisers => What == EventKind.AdviceReceived
        ? [.. EhcpWords.Advisers.Where(choice => Sequence.WaitingFor(View.Happened).Any(waiting => choice.Value == waiting.ToString()))]
        : EhcpWords.Advisers;

    public IReadOnlyList<Choice> Grounds => [.. View.Dates.Where(date => date.IsOpen).SelectMany(date => date.Rule.Exceptions).Distinct().Order().Select(ground => new Choice($"{ground}", EhcpWords.Of(ground)))];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (on, from, to) = (ModelState.ReadDay(On, nameof(On)), ModelState.ReadDay(GroundFrom, nameof(GroundFrom)), ModelState.ReadDay(GroundTo, nameof(GroundTo)));
        if (!ModelState.IsValid)
        {
            return await this.UnreadableAsync(() => ShowAsync(cancellationToken));
        }

        return await this.AnswerAsync(
            await mediator.Send(
                new RecordEvent(
                    Id, What, on, Note, RecordEventValidator.HasAdviser(What) ? TypedDates.Choice<Adviser>(Adviser) : null, IsServed ? TypedDates.Choice<SentBy>(SentBy) : null,
                    IsException ? TypedDates.Choice<ExceptionGround>(Ground) : null, Limit, from, to),
                cancellationToken),
            _ => this.RedirectSaying(At, "It is recorded, and the dates are worked out again."),
            () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeRecord.SeeRecord(Id), cancellationToken), view =>
        {
            View = view;

            // Whoever wrote while somebody else recorded it reads why it cannot be, beside their own words.
            return view.Next.Contains(What) || (HttpMethods.IsPost(Request.Method) && Enum.IsDefined(What)) ? Page() : this.RedirectSaying(At, "Choose what happened from the list.");
        });
}
