using Medway.LocalOffer.Ehcp.Contracts;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.SmallNumbers;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Data;

/// <summary>Whether what people tell us is heard, for the partnership (improvement plan, actions 1.3 and 2.1).</summary>
internal sealed class FeedbackKpis(FeedbackDbContext context, IAuditFrame records, WorkingDays workingDays, Settings settings, TimeProvider clock) : IKpiSource
{
    public const string DealtWith = "feedback.dealt-with";
    public const string ThemesInTime = "feedback.themes-answered-in-time";
    public const string Helpful = "feedback.helpful";
    public const string Complaints = "feedback.complaints";
    public const string AnsweredInTime = "feedback.complaints-answered-in-time";
    public const string Communication = "feedback.communication-complaints";

    public IReadOnlyList<Kpi> Kpis =>
    [
        new(DealtWith, "Comments about the site that were dealt with", "Comments of the period that were dealt with or set aside", "Comments that came in the period"),
        new(ThemesInTime, "Themes of comments that were answered in public in time", "Themes published by their day", "Themes whose day fell in the period"),
        new(Helpful, "Pages that helped, as people say themselves", "Presses on yes", "Presses on yes or no in the period"),
        new(Complaints, "Complaints", "Complaints that came in the period", null),
        new(AnsweredInTime, "Complaints that were answered in time", "Stages answered by their day", "Stages whose day fell in the period"),
        new(Communication, "Complaints about how we talk to families on the way to an EHC plan, per 100 open EHC records", "Complaints of the period that came down to how we talk to families", "EHC records that were open on the last day of the period"),
    ];

    public async Task<KpiValue?> ValueAsync(string code, KpiPeriod period, CancellationToken cancellationToken)
    {
        var (from, until) = (UkTime.StartOf(period.From), UkTime.StartOf(period.Until.AddDays(1)));
        switch (code)
        {
            case DealtWith:
                var comments = context.Comments.Where(comment => comment.At >= from && comment.At < until);
                return Share(code, period, await comments.CountAsync(comment => comment.State != CommentState.New, cancellationToken), await comments.CountAsync(cancellationToken));
            case ThemesInTime:
                return await ThemesAsync(period, cancellationToken);
            case Helpful:
                var votes = context.PageVotes.Where(vote => vote.At >= from && vote.At < until);
                return Share(code, period, await votes.CountAsync(vote => vote.IsHelpful, cancellationToken), await votes.CountAsync(cancellationToken));
            case Complaints:
                var count = await context.Complaints.CountAsync(complaint => complaint.At >= from && complaint.At < until, cancellationToken);
                return count == 0 && !await context.Complaints.AnyAsync(complaint => complaint.At < until, cancellationToken)
                    ? null
                    : new KpiValue(code, period, count, null, clock.GetUtcNow(), SmallNumbers.Usual.Count(count).IsHidden);
            case AnsweredInTime:
                var stages = context.ComplaintStages.Where(stage => stage.ReplyBy >= period.From && stage.ReplyBy <= period.Until);
                return Share(code, period, await stages.CountAsync(stage => stage.RepliedOn <= stage.ReplyBy, cancellationToken), await stages.CountAsync(cancellationToken));
            case Communication:
                return await CommunicationAsync(period, from, until, cancellationToken);
            default:
                return null;
        }
    }

    private async Task<KpiValue?> CommunicationAsync(KpiPeriod period, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var open = (await records.UnitsAsync(AuditFrameKind.Journeys, period.Until, period.Until, cancellationToken)).Count;
        var complaints = await context.Complaints.CountAsync(
            complaint => complaint.At >= from && complaint.At < until && complaint.IsAboutEhc && complaint.Theme != null && complaint.Theme != ComplaintTheme.NotCommunication, cancellationToken);
        return open == 0 ? null : new KpiValue(Communication, period, complaints, open, clock.GetUtcNow(), SmallNumbers.Usual.Count(complaints).IsHidden);
    }

    /// <summary>A theme whose day lies beyond the bank holidays that are loaded has none yet.</summary>
    private async Task<KpiValue?> ThemesAsync(KpiPeriod period, CancellationToken cancellationToken)
    {
        var days = settings.Get(FeedbackSettings.ThemeWorkingDays);
        var first = UkTime.StartOf(period.From.AddDays(-(4 * days) - 14));
        var last = UkTime.StartOf(period.Until.AddDays(1));
        var themes = await context.Themes.Where(theme => theme.StartedAt >= first && theme.StartedAt < last).Select(theme => new { theme.StartedAt, theme.PublishedAt }).ToListAsync(cancellationToken);
        var due = themes.Where(theme => workingDays.Covers(UkTime.DateIn(theme.StartedAt)) && workingDays.Covers(UkTime.DateIn(theme.StartedAt).AddDays((4 * days) + 14)))
            .Select(theme => (By: workingDays.Add(UkTime.DateIn(theme.StartedAt), days), theme.PublishedAt)).Where(theme => theme.By >= period.From && theme.By <= period.Until).ToList();
        return Share(ThemesInTime, period, due.Count(theme => theme.PublishedAt is { } at && UkTime.DateIn(at) <= theme.By), due.Count);
    }

    private KpiValue? Share(string code, KpiPeriod period, int part, int all) =>
        all == 0 ? null : new KpiValue(code, period, part, all, clock.GetUtcNow(), SmallNumbers.Usual.Percent(part, all) is null);
}
