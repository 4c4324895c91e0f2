using MediatR;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Search.Features.Counting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Medway.LocalOffer.Search.Features.FindHelp;

[AllowAnonymous]
[OutputCache(PolicyName = SearchCachePolicy.Name)]
internal sealed class IndexModel(IMediator mediator, SearchKnowledge knowledge, SearchTally tally) : PageModel
{
    public SearchRequest Search { get; private set; } = null!;

    public FoundServices Found { get; private set; } = null!;

    public IReadOnlyList<ChosenTag> Tags { get; private set; } = [];

    /// <summary>True when something is typed or chosen: a phone then folds the form away, so that the first result shows.</summary>
    public bool IsAsked => Search.Address.Words.Length > 0 || Search.Address.HasChoices;

    public bool NeedsHelpNow { get; private set; }

    public string Heading { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var known = await knowledge.LoadAsync(cancellationToken);
        Search = SearchRequest.Read(Request.Query, known.Gazetteer);

        // What a family searches for stays out of every cache on the way; what many ask for, this host may remember.
        Response.Headers.CacheControl = "no-store";
        if (Search.Elsewhere is { } elsewhere)
        {
            return Redirect(elsewhere.ToString());
        }

        var outcome = await mediator.Send(
            new FindServices(Search.Address.Words, Search.Near, Search.Choices, Search.Page, Search.Sort), cancellationToken);
        Found = outcome.Value;
        Tags = ChosenTag.Of(Search);
        if (Search.Page == 1 && Search.Problems.Count == 0 && IsAsked)
        {
            await tally.AskedAsync(Request.QueryString.Value ?? "", Search.Address.Words, Search.Near, Search.Choices, Found, cancellationToken);
        }

        NeedsHelpNow = Crisis.IsMentionedIn(Search.Address.Words);
        Heading = NeedsHelpNow ? "You can get help now" : HeadingOf(Search);
        return Page();
    }

    private static string HeadingOf(SearchRequest search)
    {
        var words = search.Address.Words;
        if (words.Length > SearchText.MaximumQueryLength)
        {
            words = words[..SearchText.MaximumQueryLength] + "…";
        }

        var what = words.Length > 0 ? char.ToUpperInvariant(words[0]) + words[1..] : "Find help";
        return search.Near is null ? what : $"{what} near {search.Near.Name}";
    }
}
