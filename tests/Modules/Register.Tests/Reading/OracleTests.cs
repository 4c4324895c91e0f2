using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Tests.Reading;

/// <summary>Random histories of consent, asked again and again while the clock goes on and people change their minds, beside an oracle that knows no database.</summary>
[Proves("register")]
[Long]
public sealed class OracleTests(App app) : IClassFixture<App>
{
    private const int Moments = 10;
    private const int Asked = 4;
    private const int Seed = 20261126;

    private readonly Random random = new(Seed);

    [Fact]
    public async Task RandomHistories_EachQuery_EqualsTheOracle_AndWithdrawalsCountAtOnce()
    {
        var count = LongAttribute.Size(small: 300, full: 10_000);
        app.Clock.StandAt(UkTime.StartOf(app.Clock.Today()).AddHours(10));
        var histories = await MakeAsync(count);
        var (shown, queries) = (0, 0);
        for (var moment = 0; moment < Moments; moment++)
        {
            foreach (var purpose in ConsentPurpose.All.OrderBy(_ => random.Next()).Take(Asked))
            {
                var answer = await app.AskAsync<RegisterReader, IReadOnlyList<ConsentedEntry>>(reader => reader.ForAsync(purpose, Given.Now));
                var expected = histories.Where(history => history.MayUse(purpose.Slug, app.Clock.Today())).Select(history => history.EntryId);
                answer.Select(one => one.EntryId).ShouldBe(expected, ignoreOrder: true, $"{purpose} at moment {moment}");
                (shown, queries) = (shown + answer.Count, queries + 1);
            }

            app.Clock.StandAt(UkTime.StartOf(app.Clock.Today().AddDays(random.Next(20, 200))).AddHours(10));
            await ChangeMindsAsync(histories, count / 4);
        }

        queries.ShouldBe(Moments * Asked);
        shown.ShouldBeGreaterThan(count, "an oracle that nobody passes proves nothing");
    }

    private async Task<List<History>> MakeAsync(int count)
    {
        var today = app.Clock.Today();
        List<(DateOnly, DateOnly?)> births = [.. Enumerable.Range(0, count).Select(_ => (today.AddDays(-random.Next(1, 365 * 24)), random.Next(40) == 0 ? today : (DateOnly?)null))];
        var children = await app.ChildrenAsync(births);
        var histories = children.Zip(births, (child, birth) => new History(Guid.CreateVersion7(), child, birth.Item1, birth.Item2 is not null, random.Next(6) > 0, Guid.CreateVersion7(), Guid.CreateVersion7())).ToList();
        var now = app.Clock.GetUtcNow();
        await app.AskAsync<RegisterDbContext, int>(async context =>
        {
            await context.CopyAsync(
                [.. histories.Select((history, number) => new RegisterEntry
                {
                    Id = history.EntryId, Reference = $"REG-T{number}", ChildId = history.ChildId, ApplicantId = history.Mother, Capacity = GiverCapacity.Parent,
                    State = history.IsLive ? EntryState.Live : EntryState.Received, Source = EntrySource.Paper, Area = "ME4", Difficulties = "", School = "", Help = SchoolHelp.NotSaid,
                    Wanted = "", ReceivedAt = now, AcknowledgeBy = today, LiveBy = today,
                })],
                Given.Now);
            return 0;
        });
        await SayAsync([.. histories.SelectMany(history => Enumerable.Range(0, random.Next(0, 12)).Select(_ => (history, now.AddDays(-random.Next(1, 1500)))))]);
        return histories;
    }

    private Task ChangeMindsAsync(List<History> histories, int count) =>
        SayAsync([.. Enumerable.Range(0, count).Select(_ => (histories[random.Next(histories.Count)], app.Clock.GetUtcNow()))]);

    private async Task SayAsync(List<(History History, DateTimeOffset At)> said)
    {
        List<ConsentEvent> events = [];
        await app.AskAsync<RegisterDbContext, int>(async context =>
        {
            var wordings = await context.Wordings.ToDictionaryAsync(wording => wording.Purpose, wording => wording.Id, Given.Now);
            foreach (var (history, at) in said.OrderBy(one => one.At))
            {
                var purpose = ConsentPurpose.All[random.Next(ConsentPurpose.All.Count)];
                var (giver, capacity) = random.Next(4) switch
                {
                    0 => (history.ChildId, GiverCapacity.YoungPerson),
                    1 => (history.Father, GiverCapacity.Parent),
                    _ => (history.Mother, GiverCapacity.Parent),
                };
                var decision = random.Next(3) switch { 0 => ConsentDecision.Withdrawn, 1 when capacity == GiverCapacity.YoungPerson => ConsentDecision.No, _ => ConsentDecision.Yes };
                events.Add(new ConsentEvent
                {
                    Id = Guid.CreateVersion7(),
                    EntryId = history.EntryId,
                    Purpose = purpose.Slug,
                    Recipient = purpose.Recipient.Slug,
                    Decision = decision,
                    GiverId = giver,
                    Capacity = capacity,
                    Channel = ConsentChannel.Paper,
                    WordingId = wordings[purpose.Slug],
                    At = at.AddMilliseconds(events.Count),
                });
                history.Said.Add((purpose.Slug, capacity == GiverCapacity.YoungPerson ? "young" : giver == history.Mother ? "mother" : "father", decision == ConsentDecision.Yes, events[^1].At));
            }

            await context.CopyAsync(events, Given.Now);
            return 0;
        });
    }

    /// <summary>What was said about one child, and who may be shared by it: written from the words of the law, not from the rules of the product.</summary>
    private sealed record History(Guid EntryId, Guid ChildId, DateOnly BornOn, bool IsDead, bool IsLive, Guid Mother, Guid Father)
    {
        public List<(string Purpose, string Who, bool IsYes, DateTimeOffset At)> Said { get; } = [];

        public bool MayUse(string purpose, DateOnly today)
        {
            if (IsDead || !IsLive || BornOn.AddYears(25) <= today)
            {
                return false;
            }

            Dictionary<string, (bool IsYes, DateTimeOffset At)> last = [];
            foreach (var one in Said.Where(one => one.Purpose == purpose).OrderBy(one => one.At))
            {
                last[one.Who] = (one.IsYes, one.At);
            }

            // From the sixteenth birthday on nobody's yes counts but their own.
            return BornOn.AddYears(16) <= today
                ? last.TryGetValue("young", out var own) && own.IsYes
                : last.Count > 0 && last.Values.All(one => one.IsYes);
        }
    }
}
