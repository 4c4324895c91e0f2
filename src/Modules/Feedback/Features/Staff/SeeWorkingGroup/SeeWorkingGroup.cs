using System.Globalization;
using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Charts;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.SeeWorkingGroup;

/// <summary>The tasks of the working group, how they went over time, and what surveys say.</summary>
internal sealed record SeeWorkingGroup : IQuery<WorkingGroupView>
{
    public Permission Permission => FeedbackPermissions.WorkingGroup;
}

/// <param name="Charts">One for each kind of task: the share that managed it, by session.</param>
internal sealed record WorkingGroupView(IReadOnlyList<ScriptRow> Scripts, IReadOnlyList<Chart> Charts, IReadOnlyList<SurveyFigure> Surveys);

internal sealed record ScriptRow(TaskScript Script, TaskRun? Latest);

internal sealed class SeeWorkingGroupHandler(FeedbackDbContext context) : IRequestHandler<SeeWorkingGroup, Outcome<WorkingGroupView>>
{
    public async Task<Outcome<WorkingGroupView>> Handle(SeeWorkingGroup request, CancellationToken cancellationToken)
    {
        var scripts = await context.TaskScripts.AsNoTracking().OrderBy(script => script.Kind).ThenBy(script => script.At).ToListAsync(cancellationToken);
        var runs = await context.TaskRuns.AsNoTracking().OrderBy(run => run.RanOn).ToListAsync(cancellationToken);
        var surveys = await context.SurveyFigures.AsNoTracking().OrderBy(figure => figure.Measure).ThenBy(figure => figure.On).ToListAsync(cancellationToken);
        var kinds = scripts.ToDictionary(script => script.Id, script => script.Kind);
        return new WorkingGroupView(
            [.. scripts.Select(script => new ScriptRow(script, runs.LastOrDefault(run => run.ScriptId == script.Id)))],
            [.. Enum.GetValues<TaskKind>().Select(kind => ChartOf(kind, [.. runs.Where(run => kinds[run.ScriptId] == kind)])).OfType<Chart>()],
            surveys);
    }

    private static Chart? ChartOf(TaskKind kind, IReadOnlyList<TaskRun> runs)
    {
        if (runs.Count == 0)
        {
            return null;
        }

        List<ChartPoint> points =
        [
            .. runs.GroupBy(run => run.RanOn).Select(day => (Day: day.Key, Managed: day.Sum(run => run.Managed), Tried: day.Sum(run => run.Tried)))
                .Select(day => new ChartPoint(day.Day.Short(), Math.Round(100m * day.Managed / day.Tried), string.Create(CultureInfo.InvariantCulture, $"{day.Managed} of {day.Tried}"))),
        ];
        return new Chart(
            ChartKind.Line, "tasks-" + kind.ToString().ToLowerInvariant(), $"{WorkingGroupWords.Of(kind)}: how many managed it", $"The first time {points[0].InWords} managed it, the last time {points[^1].InWords}.",
            "Session", "Per cent", points);
    }
}
