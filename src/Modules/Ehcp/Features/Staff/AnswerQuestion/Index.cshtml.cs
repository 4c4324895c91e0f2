using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.AnswerQuestion;

[Needs(EhcpPermissions.RecordName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly IReadOnlyList<Choice> Answers =
    [
        new(nameof(AnswerWay.Written), "They read it on their page", "A message says that the answer is there."), new(nameof(AnswerWay.Spoken), "I have spoken to them"),
    ];

    private static readonly IReadOnlyList<Choice> Ending = [new(nameof(AnswerWay.NotNeeded), "I end it without an answer")];

    public IReadOnlyList<Choice> Ways => View.MayBeTold ? Answers : Ending;

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "questionId")]
    public Guid QuestionId { get; set; }

    [BindProperty]
    public string Answer { get; set; } = "";

    [BindProperty]
    public string Way { get; set; } = "";

    public QuestionView View { get; private set; } = null!;

    public string At => $"/staff/ehcp/records/{Id}";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new AnswerQuestion(Id, QuestionId, Answer, TypedDates.Choice<AnswerWay>(Way)), cancellationToken),
        way => this.RedirectSaying(At, way switch
        {
            AnswerWay.Spoken => "It is answered.",
            AnswerWay.NotNeeded => "It is off the list, with your reason.",
            _ => "The answer is on their page, and a message is on its way.",
        }),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeQuestion(Id, QuestionId), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
