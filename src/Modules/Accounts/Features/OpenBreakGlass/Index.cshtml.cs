using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Accounts.Features.OpenBreakGlass;

[Needs(AccountsPermissions.OpenBreakGlassName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Reasons =
    [
        new(nameof(BreakGlassReason.ChildAtRisk), "A child may be at risk"),
        new(nameof(BreakGlassReason.LegalDeadline), "A legal deadline is today or tomorrow"),
        new(nameof(BreakGlassReason.ColleagueAway), "The colleague who has the case is away"),
        new(nameof(BreakGlassReason.FamilyAsksNow), "The family is asking now"),
        new(nameof(BreakGlassReason.Other), "Something else"),
    ];

    [BindProperty]
    public string Record { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public string Why { get; set; } = "";

    [BindProperty]
    public string Code { get; set; } = "";

    public OpenedRecord? Opened { get; private set; }

    /// <param name="record">Its address, from a page that leads here.</param>
    public IActionResult OnGet(string? record)
    {
        Record = record is { Length: <= OpenBreakGlass.LongestRecord } ? record : "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new OpenBreakGlass(Record, Reason, Why, Code), cancellationToken),
        opened =>
        {
            Opened = opened;
            return Page();
        });
}
