using MediatR;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Joining;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Join.AnswerJoinStep;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, JoinLimit limit) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Step { get; set; } = "";

    [BindProperty]
    public JoinInput Input { get; set; } = new();

    public OpenedStep Opened { get; private set; } = null!;

    /// <summary>By which the family comes back to the form.</summary>
    public string Code { get; private set; } = "";

    public IReadOnlyList<ShownUse> Uses => ShownUse.Of(Opened.Uses, Input.Choices, Input.Wordings);

    public IReadOnlyList<Choice> Settings => RegisterWords.Asked(Opened.Codes.Settings, [Input.Setting]);

    public IReadOnlyList<Choice> ServicesUsed => RegisterWords.Asked(Opened.Codes.Services, Input.ServicesUsed);

    public IReadOnlyList<Choice> ServicesWanted => RegisterWords.Asked(Opened.Codes.Services, Input.ServicesWanted);

    public string Title => StepWords.Title(Step, Opened.Answers);

    public string? Before => JoinStep.Before(Step, Opened.Answers);

    public int Number => JoinStep.Of(Opened.Answers).Index().First(one => one.Item == Step).Index + 1;

    public int Steps => JoinStep.Of(Opened.Answers).Count;

    public static string At(string step) => $"{StartJoining.IndexModel.At}/{step}";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(isAgain: false, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!JoinStep.All.Contains(Step))
        {
            return NotFound();
        }

        if (Step == JoinStep.Check && !limit.Allows(HttpContext))
        {
            return await this.TooOftenAsync(() => ShowAsync(isAgain: true, cancellationToken));
        }

        var code = JoinCookie.Read(HttpContext);
        if (Step == JoinStep.Check)
        {
            var sent = await mediator.Send(new SendApplication(code), cancellationToken);
            return sent.Kind == OutcomeKind.NotFound
                ? LocalRedirect(SeeReceipt.IndexModel.At)
                : await this.AnswerAsync(sent, _ => LocalRedirect(SeeReceipt.IndexModel.At), () => ShowAsync(isAgain: true, cancellationToken));
        }

        var kept = await mediator.Send(new AnswerJoinStep(code, Step, Input), cancellationToken);
        return kept.Kind == OutcomeKind.NotFound
            ? LocalRedirect(SeeReceipt.IndexModel.At)
            : await this.AnswerAsync(kept, next => LocalRedirect(At(next)), () => ShowAsync(isAgain: true, cancellationToken));
    }

    /// <param name="isAgain">What was typed a moment ago stays, instead of what was kept before.</param>
    private async Task<IActionResult> ShowAsync(bool isAgain, CancellationToken cancellationToken)
    {
        if (!JoinStep.All.Contains(Step))
        {
            return NotFound();
        }

        Code = JoinCookie.Read(HttpContext) ?? "";
        var outcome = await mediator.Send(new OpenJoinStep(Code), cancellationToken);
        if (!outcome.IsOk)
        {
            // Sent already, by a second press or from another tab: the receipt is there, and goes on to the start when there is none.
            return LocalRedirect(SeeReceipt.IndexModel.At);
        }

        if (Step == JoinStep.You && outcome.Value.Answers.IsForSelf == true)
        {
            return LocalRedirect(At(JoinStep.Contact));
        }

        Opened = outcome.Value;
        Code = Drafts.Written(Code);
        if (!isAgain)
        {
            Input = JoinInput.Of(Opened.Answers);
        }

        return Page();
    }
}
