using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Features.Staff.SeeGroup;

/// <summary>Makes cards for a group that has nobody to make its own.</summary>
internal sealed record MakeCards(Guid GroupId, int Count) : ICommand<IReadOnlyList<PrintedCard>>
{
    public Permission Permission => CoDesignPermissions.Run;
}

internal sealed class MakeCardsHandler(CoDesignDbContext context, CardMaking making) : IRequestHandler<MakeCards, Outcome<IReadOnlyList<PrintedCard>>>
{
    public async Task<Outcome<IReadOnlyList<PrintedCard>>> Handle(MakeCards request, CancellationToken cancellationToken) =>
        await context.Groups.SingleOrDefaultAsync(group => group.Id == request.GroupId, cancellationToken) is { } group
            ? await making.MakeAsync(group, request.Count, cancellationToken)
            : Outcome.NotFound;
}

/// <summary>The link by which a facilitator makes cards without an account. The one before stops.</summary>
internal sealed record MakeGroupLink(Guid GroupId) : ICommand<string>
{
    public Permission Permission => CoDesignPermissions.Run;
}

internal sealed class MakeGroupLinkHandler(CoDesignDbContext context, OneTimeLinks links, AuditTrail audit, TimeProvider clock) : IRequestHandler<MakeGroupLink, Outcome<string>>
{
    /// <summary>A facilitator comes back to it during the round, and nobody tries more often than this.</summary>
    private const int Uses = 50;

    public async Task<Outcome<string>> Handle(MakeGroupLink request, CancellationToken cancellationToken)
    {
        if (await context.Groups.Include(group => group.Round).SingleOrDefaultAsync(group => group.Id == request.GroupId, cancellationToken) is not { } group)
        {
            return Outcome.NotFound;
        }

        var life = UkTime.StartOf(group.Round!.ClosesOn.AddDays(1)) - clock.GetUtcNow();
        if (life <= TimeSpan.Zero || group.Round.State > RoundState.Open)
        {
            return Outcome.Conflict("The round is over: nobody needs more cards");
        }

        var token = await links.CreateAsync(Group.LinkPurpose, group.Id, life, Uses, cancellationToken);
        audit.Record(context, CoDesignAudit.GroupSaved, CoDesignAudit.Group, group.Id);
        await context.SaveChangesAsync(cancellationToken);
        return token;
    }
}

/// <summary>What can be done with one card.</summary>
internal enum CardChange
{
    Pause,
    GoOn,
    Replace,
    Cancel,

    /// <summary>All answers go, as the young person asked through the facilitator.</summary>
    Withdraw,
}

/// <summary>Answers with the new card when it was replaced.</summary>
internal sealed record ChangeCard(Guid ReviewerId, string Change) : ICommand<IReadOnlyList<PrintedCard>>
{
    public Permission Permission => CoDesignPermissions.Run;
}

internal sealed class ChangeCardHandler(CoDesignDbContext context, CardMaking making, Withdrawal withdrawal, AuditTrail audit) : IRequestHandler<ChangeCard, Outcome<IReadOnlyList<PrintedCard>>>
{
    public async Task<Outcome<IReadOnlyList<PrintedCard>>> Handle(ChangeCard request, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<CardChange>(request.Change, out var change) || !Enum.IsDefined(change)
            || await context.Reviewers.Include(reviewer => reviewer.Group).SingleOrDefaultAsync(reviewer => reviewer.Id == request.ReviewerId, cancellationToken) is not { } reviewer)
        {
            return Outcome.NotFound;
        }

        if (reviewer.WithdrawnAt is not null)
        {
            return Outcome.Conflict("This reviewer took everything back: nothing is left to change");
        }

        IReadOnlyList<PrintedCard> made = [];
        switch (change)
        {
            case CardChange.Pause:
                reviewer.Card = CardState.Paused;
                break;
            case CardChange.GoOn:
                reviewer.Card = CardState.Live;
                break;
            case CardChange.Replace:
                made = [await making.ReplaceAsync(reviewer, reviewer.Group!.Letter, cancellationToken)];
                break;
            case CardChange.Cancel:
                (reviewer.Card, reviewer.CardHash) = (CardState.Cancelled, null);
                break;
            default:
                await withdrawal.WithdrawAsync(reviewer, cancellationToken);
                break;
        }

        audit.Record(context, CoDesignAudit.CardChanged, CoDesignAudit.Reviewer, reviewer.Id, changes: [new AuditChange("card", null, change.ToString())]);
        await context.SaveChangesAsync(cancellationToken);
        return Outcome.Ok(made);
    }
}
