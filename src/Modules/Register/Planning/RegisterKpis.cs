using Medway.LocalOffer.Platform.SmallNumbers;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features;
using Medway.LocalOffer.Register.LifeCycle;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Planning;

/// <summary>
/// Numbers about the register for the partnership: "coverage, freshness, withdrawals" (back-office Appendix D), and whether families are answered in time.
/// How many are on it is rounded as in the public tables, wherever it stands: whoever plans would otherwise see a child come or go.
/// </summary>
internal sealed class RegisterKpis(RegisterReader reader, PlanningReader planning, TimeProvider clock) : IKpiSource
{
    private const string Live = "register.live";
    private const string Fresh = "register.confirmed-in-12-months";
    private const string CoverageLow = "register.coverage-low";
    private const string CoverageHigh = "register.coverage-high";
    private const string Acknowledged = "register.acknowledged-in-2-days";
    private const string LiveInTime = "register.live-in-10-days";
    private const string Withdrawn = "register.withdrawals";

    /// <summary>Before the slug of each use: together they are the mix of what families agree to.</summary>
    private const string YesTo = "register.yes-";

    public IReadOnlyList<Kpi> Kpis { get; } =
    [
        new(Live, "Children and young people on the register", "Entries that are live on the last day", null),
        new(Fresh, "Entries that a family has confirmed in the last 12 months", "Live entries that were confirmed in the 12 months before the last day", "Entries that are live on the last day"),
        new(CoverageLow, "How many of all disabled children the register knows, at least", "Entries that are live on the last day", "Disabled children at most, by the table that was loaded"),
        new(CoverageHigh, "How many of all disabled children the register knows, at most", "Entries that are live on the last day", "Disabled children at least, by the table that was loaded"),
        new(Acknowledged, "Families that heard within 2 working days that we have their form", "Forms answered by their day", "Forms whose second working day fell in the period"),
        new(LiveInTime, "Entries that were live within 10 working days", "Entries live by their day", "Forms whose tenth working day fell in the period, without those that ended before"),
        new(Withdrawn, "Yeses that were taken back", "Withdrawals in the period", null),
        .. ConsentPurpose.All.Select(purpose => new Kpi(
            YesTo + purpose.Slug, $"Families who agree: {RegisterWords.Of(purpose)}", "Live entries for which this use is a yes on the last day", "Entries that are live on the last day")),
    ];

    public async Task<KpiValue?> ValueAsync(string code, KpiPeriod period, CancellationToken cancellationToken)
    {
        if (code == Withdrawn)
        {
            var said = await reader.CountSaidAsync(UkTime.StartOf(period.From), UkTime.StartOf(period.Until.AddDays(1)), cancellationToken);
            return said.Values.Sum() == 0 ? null : Rounded(said.GetValueOrDefault(ConsentDecision.Withdrawn));
        }

        var entries = await reader.For(PublicTask.KeepTheRegister).AsNoTracking()
            .Select(entry => new Times(entry.Id, entry.ChildId, entry.State, entry.AcknowledgeBy, entry.AcknowledgedOn, entry.LiveBy, entry.LiveOn, entry.ConfirmedOn, entry.EndedOn)).ToListAsync(cancellationToken);
        if (entries.Count == 0)
        {
            return null;
        }

        var live = entries.Where(entry => entry.WasLiveOn(period.Until)).ToList();
        return code switch
        {
            Live => Rounded(live.Count),
            Fresh => RoundedShare(live.Count(entry => entry.Confirmed(period.Until) > period.Until.AddMonths(-YearlyCheck.Months)), live.Count),
            CoverageLow => Estimate((await planning.ExpectedAsync(cancellationToken))?.Most),
            CoverageHigh => Estimate((await planning.ExpectedAsync(cancellationToken))?.Fewest),
            Acknowledged => Share(Due(entry => entry.AcknowledgeBy).Count(entry => entry.AcknowledgedOn <= entry.AcknowledgeBy), Due(entry => entry.AcknowledgeBy).Count()),
            LiveInTime => Share(
                Due(entry => entry.LiveBy).Count(entry => entry.LiveOn <= entry.LiveBy), Due(entry => entry.LiveBy).Count(entry => entry.LiveOn is not null || !(entry.EndedOn <= entry.LiveBy))),
            _ when code.StartsWith(YesTo, StringComparison.Ordinal) && ConsentPurpose.Of(code[YesTo.Length..]) is { } purpose =>
                RoundedShare(await reader.CountYesAsync(purpose, live.ToDictionary(entry => entry.Id, entry => entry.ChildId), period.Until, cancellationToken), live.Count),
            _ => null,
        };

        IEnumerable<Times> Due(Func<Times, DateOnly> day) => entries.Where(entry => day(entry) >= period.From && day(entry) <= period.Until);

        KpiValue? Estimate(int? whole) => whole is > 0 ? Rounded(live.Count) with { Denominator = whole } : null;

        KpiValue? Share(int part, int whole) => whole == 0 ? null : Value(part, whole, SmallNumbers.Usual.Percent(part, whole) is null);

        KpiValue? RoundedShare(int part, int whole) => Share(part, whole) is { IsSuppressed: false } share ? share with { Numerator = Shown(part), Denominator = Shown(whole) } : Share(part, whole);

        KpiValue Rounded(int count) => Value(Shown(count), null, SmallNumbers.Usual.Count(count).IsHidden);

        // What is too small to show is marked as such, and goes no further.
        int Shown(int count) => SmallNumbers.Usual.Count(count).Value ?? count;

        KpiValue Value(int part, int? whole, bool isSuppressed) => new(code, period, part, whole, clock.GetUtcNow(), isSuppressed);
    }

    private sealed record Times(Guid Id, Guid ChildId, EntryState State, DateOnly AcknowledgeBy, DateOnly? AcknowledgedOn, DateOnly LiveBy, DateOnly? LiveOn, DateOnly? ConfirmedOn, DateOnly? EndedOn)
    {
        /// <summary>The last time that we know of by that day.</summary>
        public DateOnly? Confirmed(DateOnly day) => ConfirmedOn <= day ? ConfirmedOn : LiveOn;

        public bool WasLiveOn(DateOnly day) =>
            LiveOn <= day && !(EndedOn <= day) && !(State == EntryState.Lapsed && Confirmed(day)?.AddMonths(YearlyCheck.Months + YearlyCheck.MonthsToLapse) <= day);
    }
}
