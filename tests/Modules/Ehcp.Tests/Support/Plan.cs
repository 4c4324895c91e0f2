using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Ehcp.Tests;

/// <summary>A history, event by event, and the dates that follow from it.</summary>
internal sealed class Plan(DateOnly? bornOn = null, DateOnly? pinnedOn = null, RuleBook? book = null)
{
    private readonly List<Happening> happened = [];

    public Plan Then(EventKind kind, string on, Adviser? adviser = null, ClaimedException? exception = null, DateTimeOffset? recordedAt = null)
    {
        var day = Holidays.Day(on);
        happened.Add(new Happening(Guid.CreateVersion7(), kind, day, recordedAt ?? UkTime.StartOf(day).AddHours(9), Adviser: adviser, Exception: exception));
        return this;
    }

    /// <summary>The last event turns out not to be so.</summary>
    public Plan TakenBack(DateTimeOffset at)
    {
        happened[^1] = happened[^1] with { WithdrawnAt = at };
        return this;
    }

    public IReadOnlyList<DueDate> Dates(string? today = null, DateTimeOffset? believedAt = null) => StatutoryClock.DatesOf(
        new History(bornOn, pinnedOn, happened), believedAt ?? DateTimeOffset.MaxValue, Holidays.Day(today ?? "2024-01-01"), Holidays.WorkingDays, book);

    public DueDate Of(string code, string? today = null, DateTimeOffset? believedAt = null) => Dates(today, believedAt).Last(date => date.Rule.Code == code);

    public DateOnly? On(string code) => Of(code).Day;
}
