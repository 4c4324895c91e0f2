using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Ehcp.Tests.Domain;

/// <summary>Ten thousand histories that nobody thought of, each date compared with a second calculation that turns the leaves of a calendar.</summary>
[Proves("ehcp")]
public sealed class RandomHistoriesTests
{
    private const int Histories = 10_000;
    private static readonly DateOnly First = new(2024, 2, 1);

    [Fact]
    public void EveryDate_OfTenThousandHistories_IsTheSameOnACalendar()
    {
        var random = new Random(20260302);
        var walker = new CalendarWalker(Holidays.All.Select(holiday => holiday.Date));
        Dictionary<string, int> compared = [];
        for (var i = 0; i < Histories; i++)
        {
            var plan = RandomPlan(random, out var events);
            foreach (var date in plan.Dates("2027-06-01"))
            {
                var expected = walker.DayOf(date.Rule.Code, events, date.From.On, date.From.Kind.ToString());
                if (date.Day != expected)
                {
                    throw new InvalidOperationException(
                        $"History {i}, {date.Rule.Code} from {date.From.On:O}: {date.Day:O}, on the calendar {expected:O}. {string.Join(", ", events.Select(e => $"{e.What} {e.On:O}"))}");
                }

                compared[date.Rule.Code] = compared.GetValueOrDefault(date.Rule.Code) + 1;
            }
        }

        compared.Keys.Order(StringComparer.Ordinal).ShouldBe(RuleBook.Current.All.Select(rule => rule.Code).Order(StringComparer.Ordinal), "each rule was compared");
        compared.Values.Min().ShouldBeGreaterThan(300);
    }

    /// <summary>The second calculation finds a wrong date: with one more day in one rule the two differ.</summary>
    [Fact]
    public void OneDayMoreInOneRule_IsFound()
    {
        var walker = new CalendarWalker(Holidays.All.Select(holiday => holiday.Date));
        var wrong = new RuleBook([.. RuleBook.Current.All.Select(rule => rule.Code == "R09" ? rule with { Then = [new Step(Unit.DaysOf, 1)] } : rule)]);
        var date = new Plan(book: wrong).Then(EventKind.AmendmentServed, "2025-03-31").Of("R09");

        date.Day.ShouldNotBe(walker.DayOf("R09", [("AmendmentServed", date.From.On)], date.From.On, "AmendmentServed"));
    }

    private static Plan RandomPlan(Random random, out List<(string What, DateOnly On)> events)
    {
        var plan = new Plan(First.AddDays(-random.Next(200, 4000)));
        var kinds = Enum.GetValues<EventKind>().Where(kind => kind != EventKind.ExceptionClaimed).ToArray();
        events = [];
        var day = First.AddDays(random.Next(0, 500));
        var many = random.Next(4, 24);
        for (var i = 0; i < many; i++)
        {
            day = day.AddDays(random.Next(1, 40));
            var kind = kinds[random.Next(kinds.Length)];
            plan.Then(kind, $"{day:yyyy-MM-dd}");
            events.Add((kind.ToString(), day));
        }

        return plan;
    }
}
