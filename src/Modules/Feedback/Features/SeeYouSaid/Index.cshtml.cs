using MediatR;
using Medway.LocalOffer.Feedback.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Feedback.Features.SeeYouSaid;

/// <summary>Not kept in the cache: other modules publish lines too, and a line stands here the moment it is published.</summary>
[AllowAnonymous]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private IReadOnlyList<YouSaid> all = [];

    /// <summary>A year to narrow the page to; anything else shows every year.</summary>
    [FromQuery(Name = "year")]
    public string? Wanted { get; set; }

    public int? Year => int.TryParse(Wanted, out var year) && Years.Contains(year) ? year : null;

    public IReadOnlyList<int> Years => [.. all.Select(line => line.PublishedOn.Year).Distinct()];

    public IReadOnlyList<YouSaid> Lines => [.. all.Where(line => Year is null || line.PublishedOn.Year == Year)];

    public async Task OnGetAsync(CancellationToken cancellationToken) => all = (await mediator.Send(new SeeYouSaid(), cancellationToken)).Value;
}
