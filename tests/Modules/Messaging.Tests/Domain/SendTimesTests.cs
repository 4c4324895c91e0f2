using System.Globalization;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Messaging.Tests.Domain;

[Proves("messaging")]
public sealed class SendTimesTests
{
    private const int Sends = 100_000;

    private const int People = 600;

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static readonly SendTimes Times = new(new MadeCalendar());

    /// <summary>
    /// A year and a half of sends to 600 people, each looked at again when its time comes, as the engine does. The oracle reads clocks and counts weeks by itself.
    /// </summary>
    [Fact]
    public void Decide_HundredThousandSends_NoneOutsideHoursOrCap_UnlessExemptWithItsReason()
    {
        var random = new Random(7);
        var sent = new Dictionary<int, List<DateTimeOffset>>();
        PriorityQueue<(int Person, SendMoment Moment), DateTimeOffset> waiting = new();
        for (var send = 0; send < Sends; send++)
        {
            var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(550 * 24 * 60));
            waiting.Enqueue((random.Next(People), Made(random, at)), at);
        }

        var (left, exempt, waited, capped) = (0, 0, 0, 0);
        while (waiting.TryDequeue(out var next, out var at))
        {
            var (person, moment) = (next.Person, next.Moment with { At = at, Unprompted = sent.GetValueOrDefault(next.Person) ?? [] });
            var decided = Times.Decide(moment);
            if (!decided.IsNow)
            {
                decided.Until!.Value.ShouldBeGreaterThan(at);
                waiting.Enqueue((person, moment), decided.Until.Value);
                waited++;
                capped += decided.Why == "weekly_cap" ? 1 : 0;
                continue;
            }

            Check(moment, decided);
            left++;
            exempt += decided.Exempt is null ? 0 : 1;
            if (moment.Class is { IsUnprompted: true, Exempt: null })
            {
                (sent.TryGetValue(person, out var list) ? list : sent[person] = []).Add(at);
            }
        }

        foreach (var times in sent.Values)
        {
            // In the order in which they left, so any four in a row must span a week.
            times.Zip(times.Skip(SendTimes.Cap)).ShouldAllBe(pair => pair.Second - pair.First >= TimeSpan.FromDays(7));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{left} sends left, {exempt} of them exempt with a reason; {waited} times one had to wait, {capped} times for the cap");
        left.ShouldBe(Sends);
        (waited > 10_000 && capped > 1_000 && exempt > 10_000).ShouldBeTrue($"{waited}, {capped}, {exempt}: the test must meet what it tests");
    }

    [Theory]
    [InlineData("2026-11-25 10:00", null)]
    [InlineData("2026-11-25 07:59", "2026-11-25 08:00")]
    [InlineData("2026-11-25 20:00", "2026-11-26 08:00")]
    [InlineData("2026-11-28 21:00", "2026-11-30 08:00")]
    [InlineData("2026-12-23 20:30", "2026-12-28 08:00")]
    [InlineData("2026-10-24 20:00", "2026-10-26 08:00")]
    [InlineData("2026-03-28 20:00", "2026-03-30 08:00")]
    public void Decide_ByTheClockInLondon_WaitsForTheNextOpening(string at, string? until) =>
        Local(Times.Decide(Moment(at)).Until).ShouldBe(until);

    /// <summary>The hour from 1 to 2 comes twice on 25 October 2026: neither is a time at which we write, and the wait is an hour longer.</summary>
    [Fact]
    public void Decide_ClockGoesBack_WaitsUntilEightOnTheWall()
    {
        var (first, second) = (new DateTimeOffset(2026, 10, 26, 0, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 10, 25, 1, 30, 0, TimeSpan.Zero));

        Times.Decide(Moment("2026-11-25 10:00") with { At = first }).Until.ShouldBe(new DateTimeOffset(2026, 10, 26, 8, 0, 0, TimeSpan.Zero));
        var chosen = Moment("2026-11-25 10:00") with { At = second, Earliest = new TimeOnly(1, 15), Latest = new TimeOnly(3, 0), AnyDay = true };
        Times.Decide(chosen).IsNow.ShouldBeTrue("the second time that the wall says 1.30 is within the hours that the person chose");
        Times.Decide(chosen with { At = second.AddHours(-2) }).Until.ShouldBe(new DateTimeOffset(2026, 10, 25, 0, 15, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("2026-11-27 15:59", false, null)]
    [InlineData("2026-11-27 16:00", false, "2026-11-30 08:00")]
    [InlineData("2026-11-27 16:00", true, null)]
    [InlineData("2026-12-18 09:00", false, "2026-12-21 08:00")]
    [InlineData("2026-12-18 09:00", true, null)]
    public void Decide_ADecision_WaitsForADayOnWhichSomebodyCanAnswer(string at, bool reachable, string? until) =>
        Local(Times.Decide(Moment(at) with { IsDecision = true, SomebodyIsReachable = reachable }).Until).ShouldBe(until);

    private static SendMoment Made(Random random, DateTimeOffset at)
    {
        var chose = random.Next(5) == 0;
        return new SendMoment(
            at,
            (MessageChannel)random.Next(2),
            MessageClass.All[random.Next(MessageClass.All.Count)],
            chose ? new TimeOnly(random.Next(5, 12), 0) : null,
            chose ? new TimeOnly(random.Next(12, 23), 30) : null,
            chose && random.Next(2) == 0,
            random.Next(4) == 0,
            random.Next(4) == 0,
            []);
    }

    private static SendMoment Moment(string at) =>
        new(Instant(at), MessageChannel.Email, MessageClass.Named("general"), null, null, false, false, false, []);

    private static DateTimeOffset Instant(string text)
    {
        var local = DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, London.GetUtcOffset(local)).ToUniversalTime();
    }

    private static string? Local(DateTimeOffset? instant) =>
        instant is { } known ? TimeZoneInfo.ConvertTime(known, London).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : null;

    /// <summary>Written apart from what it checks.</summary>
    private static void Check(SendMoment moment, SendTime decided)
    {
        var wall = TimeZoneInfo.ConvertTimeFromUtc(moment.At.UtcDateTime, London);
        var minute = (wall.Hour * 60) + wall.Minute;
        var (from, to) = (moment.Earliest ?? new TimeOnly(8, 0), moment.Latest ?? new TimeOnly(20, 0));
        if (from >= to)
        {
            (from, to) = (new TimeOnly(8, 0), new TimeOnly(20, 0));
        }

        var outside = minute < (from.Hour * 60) + from.Minute || minute >= (to.Hour * 60) + to.Minute
            || (!moment.AnyDay && (wall.DayOfWeek == DayOfWeek.Sunday || (wall.Month == 12 && wall.Day is 24 or 25 or 26) || MadeCalendar.Holidays.Contains(DateOnly.FromDateTime(wall))));
        if (outside)
        {
            decided.Exempt.ShouldNotBeNull($"{moment.Class.Name} left at {wall}");
            decided.Exempt.ShouldNotBe(Exemption.Statutory, "the law sets dates, not hours");
        }

        var inWeek = moment.Unprompted.Count(other => other <= moment.At && (moment.At - other).TotalHours < 7 * 24);
        if (inWeek >= 3 && moment.Class.IsUnprompted)
        {
            decided.Exempt.ShouldNotBeNull($"{moment.Class.Name} was number {inWeek + 1} in a week");
        }
    }

    private sealed class MadeCalendar : ISendCalendar
    {
        public static readonly HashSet<DateOnly> Holidays =
            [new(2026, 1, 1), new(2026, 4, 3), new(2026, 4, 6), new(2026, 5, 4), new(2026, 5, 25), new(2026, 8, 31), new(2026, 12, 25), new(2027, 1, 1), new(2027, 3, 26), new(2027, 3, 29)];

        public bool IsBankHoliday(DateOnly date) => Holidays.Contains(date);

        public bool IsLastDayOfTerm(DateOnly date) => date == new DateOnly(2026, 12, 18);
    }
}
