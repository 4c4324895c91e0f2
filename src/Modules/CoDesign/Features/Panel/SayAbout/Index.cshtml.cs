using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.CoDesign.Features.Panel.SayAbout;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PanelPage(mediator)
{
    private static readonly IReadOnlyList<Choice> Ages = [new(nameof(AgeBand.Under11), "Under 11"), new(nameof(AgeBand.From11To15), "11 to 15"), new(nameof(AgeBand.From16To25), "16 to 25")];

    private static readonly IReadOnlyList<Choice> YesNo = [new("yes", "Yes"), new("no", "No")];

    [BindProperty(SupportsGet = true)]
    public string Ask { get; set; } = "";

    [BindProperty]
    public string Say { get; set; } = "";

    [BindProperty]
    public bool Skip { get; set; }

    public bool IsAge => Ask == SayAbout.Age;

    public string Question => IsAge ? "How old are you?" : "Is somebody helping you?";

    public IReadOnlyList<Choice> Choices => IsAge ? Ages : YesNo;

    public string Before => IsAge ? ChooseWays.IndexModel.Here : At(SayAbout.Age);

    public static string At(string ask) => $"/panel/about/{ask}";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(isAgain: false, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => Ask is not (SayAbout.Age or SayAbout.Help) ? NotFound() : await AfterAsync(
        await Mediator.Send(new SayAbout(Key, Ask, Skip ? "" : Say), cancellationToken),
        _ => LocalRedirect(IsAge ? At(SayAbout.Help) : AnswerPart.IndexModel.At(1)),
        () => ShowAsync(isAgain: true, cancellationToken));

    private async Task<IActionResult> ShowAsync(bool isAgain, CancellationToken cancellationToken)
    {
        if (Ask is not (SayAbout.Age or SayAbout.Help))
        {
            return NotFound();
        }

        if (await SitAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!isAgain)
        {
            Say = IsAge ? $"{Seat!.Reviewer.Age}" : Seat!.Reviewer.HadHelp switch { true => "yes", false => "no", _ => "" };
        }

        return Page();
    }
}
