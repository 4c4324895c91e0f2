using Medway.LocalOffer.Register.Domain.Planning;

namespace Medway.LocalOffer.Register.Tests.Planning;

/// <summary>Made-up children who join, grow older, change and leave, quarter by quarter.</summary>
internal sealed class MadePopulation(Random random)
{
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Rows = new Dictionary<string, IReadOnlyList<string>>
    {
        ["impairment"] = ["moving", "hands", "care", "continence", "talking", "learning", "hearing", "seeing", "behaviour", "consciousness", "autism", "other"],
        ["district"] = ["ME1", "ME2", "ME3", "ME4", "ME5", "ME7", "ME8", "not known"],
        ["setting"] = ["early years", "mainstream", "special", "college", "at home", "not known"],
        ["service-used"] = ["short breaks", "therapy", "transport", "groups", "equipment"],
        ["service-wanted"] = ["short breaks", "therapy", "transport", "groups", "equipment"],
    };

    private static readonly double[] Impairments = [.2, .1, .15, .12, .35, .4, .07, .06, .3, .07, .45, .15];
    private static readonly double[] Districts = [.14, .15, .08, .15, .2, .16, .1, .02];
    private static readonly double[] Ages = [.14, .34, .3, .09, .13];

    private readonly List<CountedChild> children = [];

    public int Size => children.Count;

    public IReadOnlyList<CountedChild> Children => children;

    public PlanningCounts Counts => PlanningCounts.Of(Rows, children);

    public MadePopulation Join(int count)
    {
        for (var i = 0; i < count; i++)
        {
            children.Add(Child((AgeBand)Pick(Ages)));
        }

        return this;
    }

    public void Leave(int count)
    {
        for (var i = 0; i < count && children.Count > 1; i++)
        {
            children.RemoveAt(random.Next(children.Count));
        }
    }

    /// <summary>A quarter of a year as a register might have it: about 1 in 20 join, fewer leave, some grow into the next age band or move.</summary>
    public void Quarter()
    {
        var size = children.Count;
        Leave(random.Next(size / 40, (size / 25) + 1));
        for (var i = 0; i < children.Count; i++)
        {
            if (random.Next(22) == 0)
            {
                children[i] = Child(children[i].Band == AgeBand.From18To25 ? AgeBand.From18To25 : children[i].Band + 1);
            }
        }

        Join(random.Next(size / 30, (size / 18) + 2));
    }

    private CountedChild Child(AgeBand band) => new(band, new Dictionary<string, IReadOnlyList<string>>
    {
        ["impairment"] = Some("impairment", index => Impairments[index]),
        ["district"] = [Rows["district"][Pick(Districts)]],
        ["setting"] = [Setting(band)],
        ["service-used"] = Some("service-used", index => .3 / (index + 1)),
        ["service-wanted"] = Some("service-wanted", index => .25 / (index + 1)),
    });

    private string Setting(AgeBand band) => (band, random.Next(100)) switch
    {
        (_, < 3) => "not known",
        (_, < 7) => "at home",
        (AgeBand.From0To4, _) => "early years",
        (AgeBand.From18To25, _) => "college",
        (AgeBand.From16To17, > 55) => "college",
        (_, > 70) => "special",
        _ => "mainstream",
    };

    private List<string> Some(string table, Func<int, double> share) => [.. Rows[table].Where((_, index) => random.NextDouble() < share(index))];

    private int Pick(double[] shares)
    {
        var at = random.NextDouble() * shares.Sum();
        for (var i = 0; i < shares.Length; i++)
        {
            at -= shares[i];
            if (at < 0)
            {
                return i;
            }
        }

        return shares.Length - 1;
    }
}
