using Medway.LocalOffer.Ehcp.Contracts;
using Medway.LocalOffer.Feedback.Complaints;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Tests.Support;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Feedback.Tests;

[Proves("codesign")]
public sealed class KpisTests(App app) : IClassFixture<App>
{
    private const int Days = 300;

    [Fact]
    public async Task EveryNumber_OnMadeRows_EqualsABruteForceCount()
    {
        await app.HistoriesAsync(31, records: 40);
        await AddAsync(new Random(31));
        await using var scope = app.Inside();
        var context = scope.ServiceProvider.GetRequiredService<FeedbackDbContext>();
        var source = scope.ServiceProvider.GetServices<IKpiSource>().OfType<FeedbackKpis>().Single();
        var workingDays = scope.ServiceProvider.GetRequiredService<WorkingDays>();
        var records = scope.ServiceProvider.GetRequiredService<IAuditFrame>();
        var (votes, complaints, stages, themes, comments) = (await context.PageVotes.AsNoTracking().ToListAsync(Given.Now), await context.Complaints.AsNoTracking().ToListAsync(Given.Now),
            await context.ComplaintStages.AsNoTracking().ToListAsync(Given.Now), await context.Themes.AsNoTracking().ToListAsync(Given.Now), await context.Comments.AsNoTracking().ToListAsync(Given.Now));
        var today = app.Clock.Today();
        HashSet<string> seen = [];
        foreach (var period in new KpiPeriod[] { new(today.AddDays(-30), today), new(today.AddDays(-90), today.AddDays(-31)), new(today.AddDays(-Days), today) })
        {
            bool In(DateOnly day) => day >= period.From && day <= period.Until;
            var dueThemes = themes.Where(theme => In(workingDays.Add(UkTime.DateIn(theme.StartedAt), 20))).ToList();
            var open = (await records.UnitsAsync(AuditFrameKind.Journeys, period.Until, period.Until, Given.Now)).Count;
            (string Code, int Part, int? Whole)[] counted =
            [
                (FeedbackKpis.DealtWith, comments.Count(one => In(UkTime.DateIn(one.At)) && one.State != CommentState.New), comments.Count(one => In(UkTime.DateIn(one.At)))),
                (FeedbackKpis.Helpful, votes.Count(one => In(UkTime.DateIn(one.At)) && one.IsHelpful), votes.Count(one => In(UkTime.DateIn(one.At)))),
                (FeedbackKpis.Complaints, complaints.Count(one => In(UkTime.DateIn(one.At))), null),
                (FeedbackKpis.AnsweredInTime, stages.Count(one => one.ReplyBy is { } by && In(by) && one.RepliedOn is { } on && on <= by), stages.Count(one => one.ReplyBy is { } by && In(by))),
                (FeedbackKpis.ThemesInTime, dueThemes.Count(one => one.PublishedAt is { } at && UkTime.DateIn(at) <= workingDays.Add(UkTime.DateIn(one.StartedAt), 20)), dueThemes.Count),
                (FeedbackKpis.Communication, complaints.Count(one => In(UkTime.DateIn(one.At)) && one.IsAboutEhc && one.Theme is { } theme && theme != ComplaintTheme.NotCommunication), open),
            ];
            counted.Select(one => one.Code).ShouldBe(source.Kpis.Select(kpi => kpi.Code), ignoreOrder: true);
            foreach (var (code, part, whole) in counted)
            {
                var value = await source.ValueAsync(code, period, Given.Now);
                ((int?)value?.Numerator ?? 0, whole is null ? (int?)null : (int?)value?.Denominator ?? 0).ShouldBe((part, whole), $"{code} {period}");
                if (part > 0 && (whole is null || part < whole))
                {
                    seen.Add(code);
                }
            }
        }

        seen.ShouldBe(source.Kpis.Select(kpi => kpi.Code), ignoreOrder: true, "nothing was all or nothing");
    }

    private async Task AddAsync(Random chance)
    {
        await using var scope = app.Inside();
        var context = scope.ServiceProvider.GetRequiredService<FeedbackDbContext>();
        var clocks = scope.ServiceProvider.GetRequiredService<ComplaintClock>();
        var now = app.Clock.GetUtcNow();
        for (var one = 0; one < 120; one++)
        {
            var at = now.AddDays(-chance.Next(Days)).AddMinutes(-chance.Next(1440));
            context.Add(new PageVote { Id = Guid.CreateVersion7(), About = "/a", IsHelpful = chance.Next(3) > 0, At = at });
            var complaint = new Complaint
            {
                Id = Guid.CreateVersion7(),
                Reference = $"C-TEST{one:00}",
                Kind = (ComplaintKind)(chance.Next(4) / 3),
                IsAboutEhc = chance.Next(2) == 0,
                Words = "Made up.",
                ReplyTo = "",
                At = at,
                Theme = chance.Next(3) == 0 ? null : (ComplaintTheme)chance.Next(10),
            };
            var stage = clocks.Start(complaint.Id, complaint.Kind, 1, UkTime.DateIn(at));
            stage.RepliedOn = chance.Next(4) == 0 ? null : stage.StartedOn.AddDays(chance.Next(25));
            context.AddRange(complaint, stage);
            context.Add(new Theme
            {
                Id = Guid.CreateVersion7(),
                Said = "Made up.",
                State = ThemeState.Draft,
                StartedAt = at,
                WrittenBy = "a test",
                PublishedAt = chance.Next(4) == 0 ? null : at.AddDays(chance.Next(45)),
            });
        }

        await context.SaveChangesAsync(Given.Now);
    }
}
