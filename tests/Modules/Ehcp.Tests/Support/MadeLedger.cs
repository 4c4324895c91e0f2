using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests;

/// <summary>Everything that was started for each child, in the words of <see cref="ScheduleOnPaper"/>.</summary>
internal static class MadeLedger
{
    public static async Task<ILookup<Guid, string>> LedgerAsync(this App app)
    {
        var children = await app.AskAsync(context => context.Records.ToDictionaryAsync(record => record.Id, record => record.ChildId, Given.Now));
        var touchpoints = await app.AskAsync(context => context.Touchpoints
            .Select(one => new { one.RecordId, one.Code, one.Mode, one.State, one.PersonId, At = one.AskedAt ?? one.CreatedAt }).ToListAsync(Given.Now));
        var alerts = await app.AskAsync(context => context.SilenceAlerts.Select(one => new { one.RecordId, one.Day, one.PersonId, one.RaisedAt }).ToListAsync(Given.Now));
        return touchpoints
            .Select(one => (one.RecordId, Line: ScheduleOnPaper.Text(ScheduleOnPaper.Line(one.Code, one.Mode, one.State, Whose(one.RecordId, one.PersonId)), UkTime.DateIn(one.At))))
            .Concat(alerts.Select(alert => (alert.RecordId, Line: ScheduleOnPaper.Text(ScheduleOnPaper.Alert(alert.Day, Whose(alert.RecordId, alert.PersonId)), UkTime.DateIn(alert.RaisedAt)))))
            .ToLookup(line => children[line.RecordId], line => line.Line);

        string Whose(Guid record, Guid? person) => person == children[record] ? "child" : person is null ? "nobody" : "parent";
    }

    /// <returns>What is lost and what is there twice or for no reason; empty when each is there exactly once.</returns>
    public static IReadOnlyList<string> Differences(IEnumerable<string> expected, IEnumerable<string> made)
    {
        var (wanted, there) = (Counted(expected), Counted(made));
        return
        [
            .. wanted.Keys.Union(there.Keys).Order(StringComparer.Ordinal)
                .Select(line => (line, wanted: wanted.GetValueOrDefault(line), there: there.GetValueOrDefault(line)))
                .Where(one => one.wanted != one.there).Select(one => $"{one.line}: {one.there} instead of {one.wanted}"),
        ];
    }

    private static Dictionary<string, int> Counted(IEnumerable<string> lines) => lines.CountBy(line => line).ToDictionary(pair => pair.Key, pair => pair.Value);
}
