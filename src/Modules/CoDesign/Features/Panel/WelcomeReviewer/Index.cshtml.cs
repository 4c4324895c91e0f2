using MediatR;
using Medway.LocalOffer.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.CoDesign.Features.Panel.WelcomeReviewer;

/// <param name="Lines">One idea each.</param>
internal sealed record WelcomeScreen(string Title, string Drawing, params IReadOnlyList<string> Lines);

/// <summary>One thing on each screen.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PanelPage(mediator)
{
    private static readonly WelcomeScreen[] Screens =
    [
        new("What this is", "d-see"),
        new("It takes about 10 minutes", "d-clock", "You can stop when you want.", "You can skip what you want.", "There are no right or wrong answers. We test the page, not you."),
        new("Adults read it first", "d-book", "An adult reads what you write before other people see it.", "Do not write your name, please.", "We do not know who you are. The grown-up with you knows who has which card."),
        new("Are you worried?", "d-safe", "Look for the box at the end of each page. It says whom to call.", "If you write that you are not safe, an adult will try to help you."),
    ];

    [BindProperty(SupportsGet = true)]
    public int Step { get; set; }

    public WelcomeScreen Screen => Screens[Step - 1];

    public IReadOnlyList<string> Lines => Step == 1
        ? [Seat!.Round.Purpose, "We ask what you think of our web pages. Then we make them better.", $"We tell you what we did by {Seat.Round.ReplyOn?.Long()}."]
        : Screen.Lines;

    public string Before => Step == 1 ? Start : At(Step - 1);

    public string Next => Step == Screens.Length ? ChooseWays.IndexModel.Here : At(Step + 1);

    public static string At(int step) => $"/panel/welcome/{step}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        Step < 1 || Step > Screens.Length ? NotFound() : await SitAsync(cancellationToken) ?? Page();
}
