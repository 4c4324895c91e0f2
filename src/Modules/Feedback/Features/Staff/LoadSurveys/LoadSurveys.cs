using System.Globalization;
using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Surveys;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Features.Staff.LoadSurveys;

/// <summary>Loads all of a file of survey figures, or nothing of it when one line has a problem. The same file twice changes nothing.</summary>
/// <param name="DryRun">Says what it would do, and writes nothing.</param>
internal sealed record LoadSurveys(ImportFile File, bool DryRun) : ICommand<ImportReport>
{
    public Permission Permission => FeedbackPermissions.WorkingGroup;
}

internal sealed class LoadSurveysHandler(FeedbackDbContext context, AuditTrail audit, TimeProvider clock) : IRequestHandler<LoadSurveys, Outcome<ImportReport>>
{
    public async Task<Outcome<ImportReport>> Handle(LoadSurveys request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync("feedback.surveys", cancellationToken);
        var now = clock.GetUtcNow();
        var (lines, problems) = SurveyFile.Read(request.File, UkTime.DateIn(now));
        if (problems.Count > 0)
        {
            return new ImportReport(lines.Count, 0, 0, 0, problems);
        }

        var (added, changed) = (0, 0);
        var known = await context.SurveyFigures.ToDictionaryAsync(figure => (figure.Measure, figure.On), cancellationToken);
        foreach (var line in lines)
        {
            if (!known.TryGetValue((line.Measure, line.On), out var figure))
            {
                context.SurveyFigures.Add(new SurveyFigure
                {
                    Id = Guid.CreateVersion7(now),
                    Measure = line.Measure,
                    On = line.On,
                    Answers = line.Answers,
                    Positive = line.Positive,
                    Source = line.Source,
                    At = now,
                });
                added++;
            }
            else if ((figure.Answers, figure.Positive, figure.Source) != (line.Answers, line.Positive, line.Source))
            {
                (figure.Answers, figure.Positive, figure.Source, figure.At) = (line.Answers, line.Positive, line.Source, now);
                changed++;
            }
        }

        if (request.DryRun)
        {
            context.ChangeTracker.Clear();
        }
        else if (added + changed > 0)
        {
            audit.Record(context, FeedbackAudit.SurveysLoaded, "import", null, changes:
            [
                new AuditChange("added", null, added.ToString(CultureInfo.InvariantCulture)), new AuditChange("changed", null, changed.ToString(CultureInfo.InvariantCulture)),
            ]);
            await context.SaveChangesAsync(cancellationToken);
        }

        return new ImportReport(lines.Count, added, changed, lines.Count - added - changed, []);
    }
}
