using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Flow;

/// <summary>My work of the panel: worries first, then answers to moderate, rounds to sign off, open and answer.</summary>
internal sealed class PanelWork(CoDesignDbContext context, TimeProvider clock) : IWorkItems
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        List<WorkItem> items = [];
        if (actor.May(CoDesignPermissions.Worries)
            && await context.Answers.CountAsync(answer => answer.State == Moderation.Worried && answer.WorryClosedAt == null, cancellationToken) is > 0 and var worries)
        {
            items.Add(new WorkItem("Worried about this", worries == 1 ? "1 answer of a young person" : $"{worries} answers of young people", "A moderator worries that somebody is not safe.",
                clock.Today(), "/staff/codesign/worries", "Read it now", "i-warn"));
        }

        if (actor.May(CoDesignPermissions.Moderate) && await OldestAsync(cancellationToken) is { } oldest)
        {
            items.Add(new WorkItem("Answers to moderate", oldest.Count == 1 ? "1 answer waits" : $"{oldest.Count} answers wait", "Nobody reads it before you do: on the same working day, please.",
                UkTime.DateIn(oldest.First), "/staff/codesign/moderation", "Read", "i-inbox"));
        }

        if (actor.May(CoDesignPermissions.SignOff))
        {
            var me = actor.AccountId;
            items.AddRange(await context.Rounds.AsNoTracking().Where(round => round.State == RoundState.Draft && round.LeadId != me && round.Parts.Any()).OrderBy(round => round.OpensOn)
                .Select(round => new WorkItem("Round to sign off", round.Name, "Young people are asked nothing before you sign it off.", round.OpensOn, "/staff/codesign/rounds/" + round.Id, "Look at it", "i-eye"))
                .Take(20).ToListAsync(cancellationToken));
        }

        if (actor.May(CoDesignPermissions.Run))
        {
            items.AddRange(await LeadAsync(cancellationToken));
        }

        return items;
    }

    private async Task<IEnumerable<WorkItem>> LeadAsync(CancellationToken cancellationToken)
    {
        var rounds = await context.Rounds.AsNoTracking().Where(round => round.State == RoundState.SignedOff || round.State == RoundState.Closed || round.State == RoundState.BeingAnswered)
            .OrderBy(round => round.ReplyOn).Take(20).ToListAsync(cancellationToken);
        return rounds.Select(round => round.State == RoundState.SignedOff
            ? new WorkItem("Round to open", round.Name, "It is signed off. Make the cards and open it.", round.OpensOn, $"/staff/codesign/rounds/{round.Id}", "Open it", "i-people")
            : new WorkItem("Round to answer", round.Name, "Young people were told that they hear from us by then.", round.ReplyOn, $"/staff/codesign/rounds/{round.Id}", "Answer it", "i-people"));
    }

    private async Task<(int Count, DateTimeOffset First)?> OldestAsync(CancellationToken cancellationToken)
    {
        var waiting = context.Answers.Where(answer => answer.State == Moderation.Waiting);
        return await waiting.MinAsync(answer => (DateTimeOffset?)answer.At, cancellationToken) is { } first ? (await waiting.CountAsync(cancellationToken), first) : null;
    }
}
