using System.Globalization;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Domain.Planning;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Tests.Planning;

/// <summary>The made-up population as entries of a real register, and the exact numbers, counted without the product.</summary>
internal sealed class MadeRegister(App app, Random random)
{
    private static readonly Dictionary<string, string> Codes = new()
    {
        ["early years"] = "early-years",
        ["at home"] = "home",
        ["not known"] = "",
        ["short breaks"] = "short-breaks",
        ["groups"] = "clubs",
    };

    private static readonly (int From, int To)[] Ages = [(0, 4), (5, 10), (11, 15), (16, 17), (18, 22)];

    private readonly Dictionary<CountedChild, Entry> entries = new(ReferenceEqualityComparer.Instance);
    private int number;

    /// <summary>Makes the register what the population is now: some leave, some join.</summary>
    public async Task FollowAsync(MadePopulation population)
    {
        var now = population.Children.ToHashSet(ReferenceEqualityComparer.Instance);
        var gone = entries.Where(entry => !now.Contains(entry.Key)).ToList();
        gone.ForEach(entry => entries.Remove(entry.Key));
        var left = gone.Select(entry => entry.Value.Id).ToList();
        var today = app.Clock.Today();
        await app.AskAsync<RegisterDbContext, int>(context => context.Set<RegisterEntry>().Where(entry => left.Contains(entry.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(entry => entry.State, EntryState.Left).SetProperty(entry => entry.EndedOn, today), Given.Now));

        var joined = population.Children.Where(child => !entries.ContainsKey(child)).ToList();
        var born = joined.Select(child => BornFor(child.Band, today)).ToList();
        var ids = (await app.CrowdAsync(number, born)).Select(pair => pair.ChildId);
        List<RegisterEntry> rows = [];
        foreach (var (child, (day, id)) in joined.Zip(born.Zip(ids)))
        {
            var entry = new Entry(Guid.CreateVersion7(), day, child);
            entries[child] = entry;
            rows.Add(RowOf(entry, id, today));
        }

        await app.AskAsync<RegisterDbContext, int>(async context =>
        {
            await context.CopyAsync(rows, Given.Now);
            return rows.Count;
        });
    }

    /// <summary>Every number of every table, exact, by what is published under.</summary>
    public IReadOnlyDictionary<Cell, int> Exact(IEnumerable<Cell> published)
    {
        var today = app.Clock.Today();
        var counts = published.ToDictionary(cell => cell, _ => 0);
        foreach (var entry in entries.Values)
        {
            var age = Age(entry.BornOn, today);
            var band = (AgeBand)Array.FindIndex(Ages, span => age >= span.From && age <= Math.Max(span.To, span.From == 18 ? 25 : 0));
            foreach (var (table, row) in RowsOf(entry.Child).Prepend(("", "")))
            {
                counts[new Cell(table, row, band)]++;
                counts[new Cell(table, row, null)]++;
            }
        }

        return counts;
    }

    private static IEnumerable<(string Table, string Row)> RowsOf(CountedChild child) =>
    [
        .. child.Rows["impairment"].Select(row => ("impairment", Enum.GetNames<Difficulty>()[Place("impairment", row)])),
        ("district", Area(child) == "TN9" ? "elsewhere" : Area(child)),
        ("setting", Code(child.Rows["setting"][0]) is { Length: > 0 } code ? code : "not-known"),
        .. child.Rows["service-used"].Select(row => ("service-used", Code(row))),
        .. child.Rows["service-wanted"].Select(row => ("service-wanted", Code(row))),
    ];

    private RegisterEntry RowOf(Entry entry, Guid child, DateOnly today)
    {
        var row = new RegisterEntry
        {
            Id = entry.Id,
            Reference = string.Create(CultureInfo.InvariantCulture, $"REG-A{number++}"),
            ChildId = child,
            ApplicantId = Guid.CreateVersion7(),
            Capacity = GiverCapacity.Parent,
            State = EntryState.Live,
            Source = EntrySource.Paper,
            Area = Area(entry.Child),
            School = "",
            Help = SchoolHelp.NotSaid,
            Wanted = "",
            Difficulties = string.Join(';', entry.Child.Rows["impairment"].Select(one => Enum.GetNames<Difficulty>()[Place("impairment", one)])),
            ReceivedAt = app.Clock.GetUtcNow(),
            AcknowledgeBy = today,
            LiveBy = today,
            LiveOn = today,
        };
        row.Say(new CodedFacts(Code(entry.Child.Rows["setting"][0]), [.. entry.Child.Rows["service-used"].Select(Code)], [.. entry.Child.Rows["service-wanted"].Select(Code)]));
        return row;
    }

    private DateOnly BornFor(AgeBand band, DateOnly today)
    {
        var (from, to) = Ages[(int)band];
        return today.AddYears(-random.Next(from, to + 1)).AddDays(-random.Next(1, 360));
    }

    private static int Age(DateOnly born, DateOnly on) => on.Year - born.Year - (born.AddYears(on.Year - born.Year) > on ? 1 : 0);

    private static string Area(CountedChild child) => child.Rows["district"][0] is "not known" ? "TN9" : child.Rows["district"][0];

    private static string Code(string row) => Codes.GetValueOrDefault(row, row);

    private static int Place(string table, string row) => MadePopulation.Rows[table].Index().First(one => one.Item == row).Index;

    private sealed record Entry(Guid Id, DateOnly BornOn, CountedChild Child);
}
