using Medway.LocalOffer.Platform.SmallNumbers;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Data;

/// <summary>Whether what people tell us is dealt with, for the partnership (improvement plan, action 2.1).</summary>
internal sealed class FeedbackKpis(FeedbackDbContext context, TimeProvider clock) : IKpiSource
{
    public const string DealtWith = "feedback.dealt-with";

    public IReadOnlyList<Kpi> Kpis => [new(DealtWith, "Comments about the site that were dealt with", "Comments of the period that were dealt with or set aside", "Comments that came in the period")];

    public async Task<KpiValue?> ValueAsync(string code, KpiPeriod period, CancellationToken cancellationToken)
    {
        if (code != DealtWith)
        {
            return null;
        }

        var (from, until) = (UkTime.StartOf(period.From), UkTime.StartOf(period.Until.AddDays(1)));
        var comments = context.Comments.Where(comment => comment.At >= from && comment.At < until);
        var (all, done) = (await comments.CountAsync(cancellationToken), await comments.CountAsync(comment => comment.State != CommentState.New, cancellationToken));
        return all == 0 ? null : new KpiValue(code, period, done, all, clock.GetUtcNow(), SmallNumbers.Usual.Percent(done, all) is null);
    }
}
