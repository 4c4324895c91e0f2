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

    private static readonly string?[] Names = ["Made-up One", "Made-up Two", null];

    private readonly Random random = new(Seed);

    /// <summary>Who would get it now, by slug of the recipient; without a name nobody is asked.</summary>
    private readonly Dictionary<string, string?> named = ConsentPurpose.All.Select(purpose => purpose.Recipient).Distinct().ToDictionary(recipient => recipient.Slug, recipient => recipient.KnownName);

    [Fact]
    public async Task RandomHistories_EachQuery_EqualsTheOracle_AndWithdrawalsCountAtOnce()
    {
        var count = LongAttribute.Size(small: 300, full: 10_000);
        app.Clock.StandAt(UkTime.StartOf(app.Clock.Today()).AddHours(10));
        var histories = await MakeAsync(count);
        var (shown, queries, otherwise) = (0, 0, 0);
        for (var moment = 0; moment < Moments; moment++)
        {
            await NameAsync();
            foreach (var purpose in ConsentPurpose.All.OrderBy(_ => random.Next()).Take(Asked))
            {
                var answer = await app.AskAsync<RegisterReader, IReadOnlyList<ConsentedEntry>>(reader => reader.ForAsync(purpose, Given.Now));
                List<string> expected = [.. histories.Select(history => history.Reached(purpose.Slug, history.Whom(purpose, named[purpose.Recipient.Slug]), app.Clock.Today())).OfType<string>()];
                answer.Select(one => $"{one.EntryId} {string.Join(' ', one.GiverIds.Order())}").ShouldBe(expected, ignoreOrder: true, $"{purpose} at moment {moment}");

                // The control: the rule of before, by which a yes reached the other parent and whoever got the name, says something else.
                otherwise += histories.Select(history => history.ReachedAsBefore(purpose.Slug, app.Clock.Today())).OfType<string>().Except(expected).Count();
                (shown, queries) = (shown + answer.Count, queries + 1);
            }

            app.Clock.StandAt(UkTime.StartOf(app.Clock.Today().AddDays(random.Next(20, 200))).AddHours(10));
            await ChangeSchoolsAsync(histories, count / 10);
            await ChangeMindsAsync(histories, count / 4);
        }

        queries.ShouldBe(Moments * Asked);
        shown.ShouldBeGreaterThan(count, "an oracle that nobody passes proves nothing");
        otherwise.ShouldBeGreaterThan(count / 10, "a comparison that a wrong rule passes proves nothing");
    }

    /// <summary>The council names other organisations, or takes a name away.</summary>
    private async Task NameAsync()
    {
        foreach (var (setting, recipient) in new[] { (RegisterSettings.HealthRecipient, Recipient.Health), (RegisterSettings.CardRecipient, Recipient.CardSupplier) })
        {
            named[recipient.Slug] = Names[random.Next(Names.Length)];
            await app.SetAsync(setting, named[recipient.Slug]);
        }
    }

    private async Task<List<History>> MakeAsync(int count)
    {
        var today = app.Clock.Today();
        List<(DateOnly, DateOnly?)> births = [.. Enumerable.Range(0, count).Select(_ => (today.AddDays(-random.Next(1, 365 * 24)), random.Next(40) == 0 ? today : (DateOnly?)null))];
        var children = await app.ChildrenAsync(births);
        var histories = children.Zip(births, (child, birth) => new History(Guid.CreateVersion7(), child, birth.Item1, birth.Item2 is not null, random.Next(6) > 0, Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7())).ToList();
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

    /// <summary>Some children go to another school: a yes to the one before does not reach it.</summary>
    private async Task ChangeSchoolsAsync(List<History> histories, int count)
    {
        var moved = Enumerable.Range(0, count).Select(_ => histories[random.Next(histories.Count)]).Distinct().ToDictionary(history => history.EntryId);
        var ids = moved.Keys.ToList();
        await app.AskAsync<RegisterDbContext, int>(async context =>
        {
            foreach (var entry in await context.Set<RegisterEntry>().Where(entry => ids.Contains(entry.Id)).ToListAsync(Given.Now))
            {
                entry.Name($"School {++moved[entry.Id].School}").ShouldBeTrue();
                moved[entry.Id].SchoolKey = entry.SchoolKey;
            }

            return await context.SaveChangesAsync(Given.Now);
        });
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
                var (giver, capacity) = random.Next(12) switch
                {
                    < 3 => (history.ChildId, GiverCapacity.YoungPerson),
                    < 6 => (history.Father, GiverCapacity.Parent),
                    6 => (history.Deputy, GiverCapacity.Deputy),
                    _ => (history.Mother, GiverCapacity.Parent),
                };
                var to = purpose.Recipient.KnownName ?? Names[random.Next(Names.Length)];
                var decision = random.Next(3) switch
                {
                    0 => ConsentDecision.Withdrawn,
                    1 when capacity == GiverCapacity.YoungPerson => ConsentDecision.No,

                    // Nobody can say yes to nobody.
                    _ => to is null ? ConsentDecision.No : ConsentDecision.Yes,
                };
                events.Add(new ConsentEvent
                {
                    Id = Guid.CreateVersion7(),
                    EntryId = history.EntryId,
                    Purpose = purpose.Slug,
                    Recipient = purpose.Recipient.Slug,
                    RecipientName = to,
                    SchoolKey = purpose == ConsentPurpose.ShareWithSchool ? history.SchoolKey : null,
                    Decision = decision,
                    GiverId = giver,
                    Capacity = capacity,
                    Channel = ConsentChannel.Paper,
                    WordingId = wordings[purpose.Slug],
                    At = at.AddMilliseconds(events.Count),
                });
                history.Said.Add((purpose.Slug, giver, decision == ConsentDecision.Yes ? history.Whom(purpose, to) : null, events[^1].At));
            }

            await context.CopyAsync(events, Given.Now);
            return 0;
        });
    }

    /// <summary>What was said about one child, and who may be shared by it: written from the words of the law, not from the rules of the product.</summary>
    private sealed record History(Guid EntryId, Guid ChildId, DateOnly BornOn, bool IsDead, bool IsLive, Guid Mother, Guid Father, Guid Deputy)
    {
        /// <summary>Who said it, and to which organisation it was a yes; a no is to none.</summary>
        public List<(string Purpose, Guid Who, string? YesTo, DateTimeOffset At)> Said { get; } = [];

        /// <summary>How many times the child has changed school.</summary>
        public int School { get; set; }

        /// <summary>What the product keeps for it.</summary>
        public Guid? SchoolKey { get; set; }

        /// <summary>The organisation that is meant; a school is the one of now.</summary>
        public string? Whom(ConsentPurpose purpose, string? name) => purpose == ConsentPurpose.ShareWithSchool ? $"{name} {School}" : name;

        /// <returns>The entry and whose own yes it is; null when it may not be used.</returns>
        public string? Reached(string purpose, string? named, DateOnly today)
        {
            if (Last(purpose, today) is not { } last || named is null)
            {
                return null;
            }

            if (BornOn.AddYears(16) > today)
            {
                // Nobody may have said no, and whoever said yes to another organisation has said nothing to this one.
                var agreed = last.Where(one => one.Value.YesTo == named).Select(one => one.Key).ToList();
                return agreed.Count > 0 && last.Values.All(one => one.YesTo is not null) ? Written(agreed) : null;
            }

            // From the sixteenth birthday on nobody's yes counts but their own, or that of whoever was appointed for them: the one that spoke last.
            var own = last.Where(one => one.Key == ChildId || one.Key == Deputy).ToList();
            return own.Count > 0 && own.MaxBy(one => one.Value.At).Value.YesTo == named ? Written(own.Where(one => one.Value.YesTo == named).Select(one => one.Key)) : null;
        }

        /// <summary>Wrong on purpose: a yes to anybody is a yes to everybody, and reaches both parents.</summary>
        public string? ReachedAsBefore(string purpose, DateOnly today)
        {
            if (Last(purpose, today) is not { Count: > 0 } last)
            {
                return null;
            }

            return BornOn.AddYears(16) > today
                ? last.Values.All(one => one.YesTo is not null) ? Written([Mother, Father]) : null
                : last.TryGetValue(ChildId, out var own) && own.YesTo is not null ? Written([ChildId]) : null;
        }

        private Dictionary<Guid, (string? YesTo, DateTimeOffset At)>? Last(string purpose, DateOnly today)
        {
            if (IsDead || !IsLive || BornOn.AddYears(25) <= today)
            {
                return null;
            }

            Dictionary<Guid, (string? YesTo, DateTimeOffset At)> last = [];
            foreach (var one in Said.Where(one => one.Purpose == purpose).OrderBy(one => one.At))
            {
                last[one.Who] = (one.YesTo, one.At);
            }

            return last;
        }

        private string Written(IEnumerable<Guid> givers) => $"{EntryId} {string.Join(' ', givers.Order())}";
    }
}
