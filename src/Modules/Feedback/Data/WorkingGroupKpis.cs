using Medway.LocalOffer.Platform.SmallNumbers;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Data;

/// <summary>What the working group manages on the site, and what surveys say (improvement plan, actions 2.1 and 2.3).</summary>
internal sealed class WorkingGroupKpis(FeedbackDbContext context, TimeProvider clock) : IKpiSource
{
    private const string TaskCode = "feedback.task-";
    private const string SurveyCode = "feedback.survey-";

    public IReadOnlyList<Kpi> Kpis =>
    [
        .. Enum.GetValues<TaskKind>().Select(kind => new Kpi(
            CodeOf(kind), $"The working group of parents and young people, {WorkingGroupWords.Of(kind).ToLowerInvariant()}", "Tries that worked", "Tries in the period")),
        .. Enum.GetValues<SurveyMeasure>().Select(measure => new Kpi(CodeOf(measure), $"Surveys: {WorkingGroupWords.Of(measure).ToLowerInvariant()}", "Answers that say so", "Answers in the period")),
    ];

    public static string CodeOf(TaskKind kind) => TaskCode + kind.ToString().ToLowerInvariant();

    public static string CodeOf(SurveyMeasure measure) => SurveyCode + WorkingGroupWords.Code(measure);

    public async Task<KpiValue?> ValueAsync(string code, KpiPeriod period, CancellationToken cancellationToken)
    {
        foreach (var kind in Enum.GetValues<TaskKind>().Where(kind => CodeOf(kind) == code))
        {
            var runs = await context.TaskRuns.Where(run => run.RanOn >= period.From && run.RanOn <= period.Until && context.TaskScripts.Any(script => script.Id == run.ScriptId && script.Kind == kind))
                .Select(run => new { run.Managed, run.Tried }).ToListAsync(cancellationToken);
            return Share(code, period, runs.Sum(run => run.Managed), runs.Sum(run => run.Tried));
        }

        foreach (var measure in Enum.GetValues<SurveyMeasure>().Where(measure => CodeOf(measure) == code))
        {
            var figures = await context.SurveyFigures.Where(figure => figure.Measure == measure && figure.On >= period.From && figure.On <= period.Until)
                .Select(figure => new { figure.Positive, figure.Answers }).ToListAsync(cancellationToken);
            return Share(code, period, figures.Sum(figure => figure.Positive), figures.Sum(figure => figure.Answers));
        }

        return null;
    }

    private KpiValue? Share(string code, KpiPeriod period, int part, int all) =>
        all == 0 ? null : new KpiValue(code, period, part, all, clock.GetUtcNow(), SmallNumbers.Usual.Percent(part, all) is null);
}
