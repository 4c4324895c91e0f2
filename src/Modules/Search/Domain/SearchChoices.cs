using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Search.Domain;

/// <summary>What a search is narrowed by, already checked. A group without a bit and an age of null mean "any".</summary>
internal sealed class SearchChoices
{
    public static readonly SearchChoices None = new(new long[ChoiceGroups.All.Count], null);

    /// <summary>Set by the database on entries whose ages nobody has told.</summary>
    public const long AgeNotKnown = 1L << 61;

    private const string AgesNotTold = "the ages";

    private readonly long[] masks;
    private readonly ChoiceGroup[] chosen;

    private SearchChoices(long[] masks, short? age)
    {
        this.masks = masks;
        Age = age;
        chosen = [.. ChoiceGroups.All.Where(group => masks[group.Index] != 0)];
    }

    public short? Age { get; }

    /// <summary>Groups of which something was chosen.</summary>
    public IReadOnlyList<ChoiceGroup> Chosen => chosen;

    public bool IsAny => chosen.Length == 0 && Age is null;

    /// <summary>The bits that meet what was chosen of the group; zero for any.</summary>
    public long Of(ChoiceGroup group) => masks[group.Index];

    public SearchChoices With(ChoiceGroup group, long mask)
    {
        var changed = (long[])masks.Clone();
        changed[group.Index] = mask == 0 ? 0 : mask | group.Any;
        return new SearchChoices(changed, Age);
    }

    /// <summary>With choices by their values; values that the group does not know are passed over.</summary>
    public SearchChoices With(ChoiceGroup group, params IReadOnlyList<string> values) => With(group, Facets.MaskOf(group.Known, values));

    public SearchChoices WithAge(short? age) => new(masks, age);

    public bool Allow(long row) => Array.TrueForAll(chosen, group => Allow(group, row));

    /// <summary>A blank never hides a service: it comes last instead. What is no service has no blanks.</summary>
    public bool Allow(ChoiceGroup group, long row)
    {
        var mask = masks[group.Index];
        return mask == 0 || (row & mask) != 0 || ((row & Facets.Page) == 0 && IsUntold(group, mask, row));
    }

    /// <summary>What was asked for and nobody has told us; nothing for what fits for certain. Asked of rows that are allowed.</summary>
    public IReadOnlyList<string> NotTold(long row) => !OnlyMayFit(row)
        ? []
        : [.. Age is not null && (row & AgeNotKnown) != 0 ? [AgesNotTold] : Array.Empty<string>(), .. chosen.Where(group => (row & masks[group.Index]) == 0).Select(group => group.NotTold)];

    /// <summary>True when it was let through only because nobody has told us. Asked of rows that are allowed.</summary>
    public bool OnlyMayFit(long row) =>
        (row & Facets.Page) == 0
        && ((Age is not null && (row & AgeNotKnown) != 0) || Array.Exists(chosen, group => (row & masks[group.Index]) == 0));

    private static bool IsUntold(ChoiceGroup group, long mask, long row) => group.Untold switch
    {
        Untold.WithoutAnyBit => (row & group.All) == 0,
        Untold.WithoutTheBit => (row & SaidNo(group, mask)) != SaidNo(group, mask),
        _ => false,
    };

    /// <summary>The bits that all stand when somebody has said "no" to everything chosen; one that never stands when "no" has no bits.</summary>
    private static long SaidNo(ChoiceGroup group, long mask) =>
        group == ChoiceGroups.Access ? Facets.NoOf(mask) : long.MinValue;
}
