using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests;

/// <summary>Everything that was started for each child, by what started it: ids differ from record to record.</summary>
internal static class MadeLedger
{
    /// <returns>By child; a line for each touchpoint, each alert and each acknowledgement, in one order.</returns>
    public static async Task<IReadOnlyDictionary<Guid, List<string>>> LedgerAsync(this App app)
    {
        var children = await app.AskAsync(context => context.Records.ToDictionaryAsync(record => record.Id, record => record.ChildId, Given.Now));
        var events = await app.AskAsync(context => context.Events.Select(one => new { one.Id, one.RecordId, one.Kind, one.Adviser, one.HappenedOn }).ToDictionaryAsync(one => one.Id, Given.Now));
        var touchpoints = await app.AskAsync(context => context.Touchpoints
            .Select(one => new { one.RecordId, one.Code, one.EventId, one.Occasion, one.Mode, one.State, one.PersonId }).ToListAsync(Given.Now));
        var alerts = await app.AskAsync(context => context.SilenceAlerts.Select(one => new { one.RecordId, one.Since, one.Day, one.PersonId }).ToListAsync(Given.Now));
        return touchpoints
            .Select(one => (one.RecordId, $"{one.Code} {(one.EventId is { } id ? $"{events[id].Kind} {events[id].Adviser}" : one.Occasion)} {one.Mode} {one.State} {Whose(one.RecordId, one.PersonId)}"))
            .Concat(alerts.Select(alert => (alert.RecordId, $"alert {alert.Since:yyyy-MM-dd} {alert.Day} {Whose(alert.RecordId, alert.PersonId)}")))
            .Concat(events.Values.Where(one => one.Kind == EventKind.Acknowledged).Select(one => (one.RecordId, $"acknowledged {one.HappenedOn:yyyy-MM-dd}")))
            .GroupBy(line => children[line.RecordId], line => line.Item2)
            .ToDictionary(lines => lines.Key, lines => lines.Order(StringComparer.Ordinal).ToList());

        string Whose(Guid record, Guid? person) => person == children[record] ? "child" : person is null ? "nobody" : "parent";
    }

    /// <returns>What is lost and what is there twice or for no reason; empty when each is there exactly once.</returns>
    public static IReadOnlyList<string> Differences(IReadOnlyList<string> expected, IReadOnlyList<string> made)
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
