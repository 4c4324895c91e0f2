using MediatR;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.Platform.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.CoDesign.Features.Panel.AnswerPart;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PanelPage(mediator)
{
    public OpenedPart Opened { get; private set; } = null!;

    public IReadOnlyList<string> LooksLike { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public string Pick { get; set; } = "";

    [BindProperty]
    public string[] Reasons { get; set; } = [];

    [BindProperty]
    public string Words { get; set; } = "";

    [BindProperty]
    public bool SendAnyway { get; set; }

    [BindProperty]
    public string Switch { get; set; } = "";

    public string Before => Number == 1 ? SayAbout.IndexModel.At(SayAbout.SayAbout.Help) : At(Number - 1);

    public static string At(int number) => $"/panel/parts/{number}";

    /// <summary>One drawing for one kind of question.</summary>
    public static string Drawing(Ask ask) => ask switch
    {
        Ask.Understand => "d-book",
        Ask.Useful => "d-help",
        Ask.Missing => "d-question",
        _ => "d-lookup",
    };

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(isAgain: false, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await Mediator.Send(new AnswerPart(Key, Number, Pick, Reasons, Words, SendAnyway), cancellationToken);
        if (outcome.IsOk && outcome.Value.LooksLike.Count > 0)
        {
            LooksLike = outcome.Value.LooksLike;
            return await ShowAsync(isAgain: true, cancellationToken);
        }

        return await AfterAsync(
            outcome,
            kept => LocalRedirect(Number < kept.Parts ? At(Number + 1) : FinishReview.IndexModel.Here),
            () => ShowAsync(isAgain: true, cancellationToken));
    }

    /// <summary>Sent by the script at each press, without the words: those wait for Next.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken) =>
        (await Mediator.Send(new AnswerPart(Key, Number, Pick, Reasons, null, SendAnyway: false), cancellationToken)).Kind switch
        {
            OutcomeKind.Ok => StatusCode(StatusCodes.Status204NoContent),
            OutcomeKind.NotFound => NotFound(),
            OutcomeKind.Conflict => StatusCode(StatusCodes.Status409Conflict),
            _ => StatusCode(StatusCodes.Status400BadRequest),
        };

    /// <summary>The same screen in another way, with everything that was picked and typed. None of it is sent yet.</summary>
    public async Task<IActionResult> OnPostSwitchAsync(CancellationToken cancellationToken)
    {
        var outcome = await Mediator.Send(new ChooseWays.ChooseWays(Key, Switch), cancellationToken);
        return outcome.IsOk ? await ShowAsync(isAgain: true, cancellationToken) : await AfterAsync(outcome, _ => Page(), () => ShowAsync(isAgain: true, cancellationToken));
    }

    /// <param name="isAgain">What was typed a moment ago stays, even when the panel has closed meanwhile.</param>
    private async Task<IActionResult> ShowAsync(bool isAgain, CancellationToken cancellationToken)
    {
        if (await SitAsync(cancellationToken, evenClosed: isAgain) is { } elsewhere)
        {
            return elsewhere;
        }

        var outcome = await Mediator.Send(new OpenPart(Key, Number), cancellationToken);
        if (!outcome.IsOk)
        {
            return NotFound();
        }

        Opened = outcome.Value;
        if (!isAgain && Opened.Own is { } own)
        {
            (Pick, Reasons, Words) = ($"{own.Pick}", [.. own.AllReasons.Select(reason => reason.ToString())], own.Words ?? "");
        }

        return Page();
    }
}
