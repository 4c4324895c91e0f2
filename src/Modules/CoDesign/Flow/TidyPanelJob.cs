using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.CoDesign.Flow;

/// <summary>Once a day: rounds whose last day is over close, cards go 30 days after the close, and single answers when their time is over. Themes stay.</summary>
internal sealed class TidyPanelJob(CoDesignDbContext context, OneTimeLinks links, Settings settings, AuditTrail audit, TimeProvider clock) : IJob
{
    public static readonly TimeSpan CardsStay = TimeSpan.FromDays(30);

    public static string Kind => "codesign.tidy";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        using var transaction = OneTransaction.Begin();
        foreach (var round in await context.Rounds.Where(round => round.State == RoundState.Open && round.ClosesOn < today).ToListAsync(cancellationToken))
        {
            (round.State, round.ClosedAt) = (RoundState.Closed, UkTime.StartOf(round.ClosesOn.AddDays(1)));
            audit.Record(context, CoDesignAudit.RoundMoved, CoDesignAudit.Round, round.Id, changes: [new AuditChange("state", nameof(RoundState.Open), nameof(RoundState.Closed))]);
        }

        await context.SaveChangesAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var cards = now - CardsStay;
        foreach (var round in await context.Rounds.Include(round => round.Groups).Where(round => round.ClosedAt < cards && round.CardsErasedAt == null).ToListAsync(cancellationToken))
        {
            await EraseCardsAsync(round, cancellationToken);
            round.CardsErasedAt = now;
        }

        var answers = now.AddMonths(-settings.Get(CoDesignSettings.RetentionMonths));
        foreach (var round in await context.Rounds.Include(round => round.Groups).Where(round => round.ClosedAt < answers && round.AnswersErasedAt == null).ToListAsync(cancellationToken))
        {
            await EraseCardsAsync(round, cancellationToken);
            await context.Answers.Where(answer => answer.Part!.RoundId == round.Id).ExecuteDeleteAsync(cancellationToken);
            await context.Reviewers.Where(reviewer => reviewer.RoundId == round.Id).ExecuteDeleteAsync(cancellationToken);
            round.Groups.ForEach(group => (group.Name, group.Contact) = ("erased", "erased"));
            round.AnswersErasedAt = now;
            round.CardsErasedAt ??= now;
        }

        await context.SaveChangesAsync(cancellationToken);
        transaction.Complete();
    }

    private async Task EraseCardsAsync(Round round, CancellationToken cancellationToken)
    {
        await context.Sessions.Where(session => session.Reviewer!.RoundId == round.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Reviewers.Where(reviewer => reviewer.RoundId == round.Id).ExecuteUpdateAsync(set => set.SetProperty(reviewer => reviewer.CardHash, (byte[]?)null), cancellationToken);
        foreach (var group in round.Groups)
        {
            await links.CancelAsync(Group.LinkPurpose, group.Id, cancellationToken);
        }

        audit.Record(context, CoDesignAudit.Erased, CoDesignAudit.Round, round.Id);
    }
}
