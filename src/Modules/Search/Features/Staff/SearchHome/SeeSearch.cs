using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Features.Staff.Score;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Features.Staff.SearchHome;

/// <summary>What can be found, and how well the judged searches are answered today.</summary>
internal sealed record SeeSearch : IQuery<SearchToday>
{
    public Permission Permission => SearchPermissions.ReadReports;
}

internal sealed record SearchToday(int Entries, int Hidden, int Synonyms, int BestBets, int Packs, RelevanceScore Score);

internal sealed class SeeSearchHandler(SearchDbContext context, Relevance relevance) : IRequestHandler<SeeSearch, Outcome<SearchToday>>
{
    public async Task<Outcome<SearchToday>> Handle(SeeSearch request, CancellationToken cancellationToken) => new SearchToday(
        await context.Entries.CountAsync(cancellationToken),
        await context.HiddenEntries.CountAsync(cancellationToken),
        await context.Synonyms.CountAsync(cancellationToken),
        await context.BestBets.CountAsync(cancellationToken),
        await context.Packs.CountAsync(cancellationToken),
        await relevance.MeasureAsync(cancellationToken));
}
