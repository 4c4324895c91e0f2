using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Panel.MakeGroupCards;

/// <summary>The round and group behind a facilitator's link. Shows no reviewer and no answer.</summary>
internal sealed record SeeGroupLink(string Token) : IQuery<LinkedGroup>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed record LinkedGroup(Round Round, string Letter, int Cards);

internal sealed class SeeGroupLinkHandler(CoDesignDbContext context, OneTimeLinks links) : IRequestHandler<SeeGroupLink, Outcome<LinkedGroup>>
{
    public async Task<Outcome<LinkedGroup>> Handle(SeeGroupLink request, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(request.Token, cancellationToken) is not { Purpose: Group.LinkPurpose } link
            || await context.Groups.AsNoTracking().Include(group => group.Round).SingleOrDefaultAsync(group => group.Id == link.SubjectId, cancellationToken) is not { } group)
        {
            return Outcome.NotFound;
        }

        return new LinkedGroup(group.Round!, group.Letter, await context.Reviewers.CountAsync(reviewer => reviewer.GroupId == group.Id, cancellationToken));
    }
}

/// <summary>A facilitator makes cards, without an account.</summary>
internal sealed record MakeGroupCards(string Token, int Count) : ICommand<IReadOnlyList<PrintedCard>>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class MakeGroupCardsHandler(CoDesignDbContext context, OneTimeLinks links, CardMaking making) : IRequestHandler<MakeGroupCards, Outcome<IReadOnlyList<PrintedCard>>>
{
    public async Task<Outcome<IReadOnlyList<PrintedCard>>> Handle(MakeGroupCards request, CancellationToken cancellationToken) =>
        await links.SpendAsync(request.Token, cancellationToken) is { Purpose: Group.LinkPurpose } link
            && await context.Groups.SingleOrDefaultAsync(group => group.Id == link.SubjectId, cancellationToken) is { } group
                ? await making.MakeAsync(group, request.Count, cancellationToken)
                : Outcome.NotFound;
}
