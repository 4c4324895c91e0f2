using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Medway.LocalOffer.Messaging.Features.News.AskForNews;

[AllowAnonymous]
[EnableRateLimiting(NewsLimit.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Topics =
        [.. Enum.GetValues<NewsTopic>().Select(topic => new Choice(ReasonWords.Snake(topic), char.ToUpperInvariant(Staff.LedgerWords.Topic(topic)[0]) + Staff.LedgerWords.Topic(topic)[1..]))];

    [BindProperty]
    public string Mailbox { get; set; } = "";

    [BindProperty]
    public List<string> About { get; set; } = [];

    public bool IsAsked { get; private set; }

    public IActionResult OnGet(string? asked)
    {
        IsAsked = asked is "1";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var topics = Enum.GetValues<NewsTopic>().Where(topic => About.Contains(ReasonWords.Snake(topic))).ToList();
        var outcome = await mediator.Send(new AskForNews(Mailbox, topics), cancellationToken);

        // The operation calls it topics, the form what it asks.
        foreach (var error in outcome.Errors.Where(error => error.Field == nameof(AskForNews.Topics)))
        {
            ModelState.AddModelError(nameof(About), error.Message);
        }

        return await this.AnswerAsync<Done>(outcome, _ => LocalRedirect("/join/news?asked=1"));
    }
}
