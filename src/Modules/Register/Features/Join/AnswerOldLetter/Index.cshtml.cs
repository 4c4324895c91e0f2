using MediatR;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Join.AnswerOldLetter;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, JoinLimit limit) : PageModel
{
    public const string At = "/join/register/letter";

    public static readonly IReadOnlyList<Choice> Answers =
    [
        new("yes", "Yes", "Somebody here checks it. Then you choose what we may use it for."),
        new("no", "No", "We stop using it. You lose no help."),
    ];

    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty]
    public TypedDate BornOn { get; set; } = new();

    [BindProperty]
    public string Answer { get; set; } = "";

    /// <summary>What was answered a moment ago: yes, no, or nothing.</summary>
    [BindProperty(SupportsGet = true)]
    public string Said { get; set; } = "";

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!limit.Allows(HttpContext))
        {
            return await this.TooOftenAsync();
        }

        bool? isYes = Answer switch { "yes" => true, "no" => false, _ => null };
        return await this.AnswerAsync(await mediator.Send(new AnswerOldLetter(Code, BornOn.Read(), isYes), cancellationToken), _ => LocalRedirect($"{At}?said={Answer}"));
    }
}
