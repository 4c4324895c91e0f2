using MediatR;
using Medway.LocalOffer.Feedback.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Feedback.Features.SeeYearReport;

/// <summary>The yearly report of comments and the council's response (SEND Regulations 2014, reg 56), made from what is published.</summary>
[AllowAnonymous]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public int Year { get; private set; }

    public IReadOnlyList<YouSaid> Lines { get; private set; } = [];

    /// <summary>Where things were said, in words.</summary>
    public static string Source(string source) => source switch
    {
        "comments" => "Comments on this site",
        "panel" => "Panels of young people",
        _ => source,
    };

    public int Count(YouSaidStatus status) => Lines.Count(line => line.Status == status);

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken cancellationToken)
    {
        Year = year;
        Lines = [.. (await mediator.Send(new SeeYouSaid.SeeYouSaid(), cancellationToken)).Value.Where(line => line.PublishedOn.Year == year)];
        return Lines.Count == 0 ? NotFound() : Page();
    }
}
