using System.Globalization;
using System.Text;
using Medway.LocalOffer.Search.Domain;

namespace Medway.LocalOffer.Search.Features.FindHelp;

/// <summary>A search as it stands in the address bar: what was typed and chosen, whether or not we understand it. Nothing of it is lost.</summary>
/// <param name="Chosen">Values of each group, in the order of <see cref="ChoiceGroups.All"/>.</param>
internal sealed record SearchAddress(string Words, string Near, string Age, IReadOnlyList<IReadOnlyList<string>> Chosen, string Sort = "", int Page = 1)
{
    public const string Path = "/search";

    public static readonly SearchAddress Empty = new("", "", "", [.. ChoiceGroups.All.Select(_ => (IReadOnlyList<string>)[])]);

    public bool HasChoices => Chosen.Any(values => values.Count > 0) || Age.Length > 0 || Near.Length > 0;

    public IReadOnlyList<string> Of(ChoiceGroup group) => Chosen[group.Index];

    /// <summary>From the first page on, as every change of a search is.</summary>
    public SearchAddress With(ChoiceGroup group, params IReadOnlyList<string> values)
    {
        var changed = Chosen.ToArray();
        changed[group.Index] = values;
        return this with { Chosen = changed, Page = 1 };
    }

    public SearchAddress Without(ChoiceGroup group, string value) => With(group, [.. Of(group).Where(other => other != value)]);

    /// <summary>Path and query, encoded.</summary>
    public override string ToString()
    {
        var address = new StringBuilder(Path);
        Add("q", Words);
        Add("near", Near);
        Add("age", Age);
        foreach (var group in ChoiceGroups.All)
        {
            foreach (var value in Of(group))
            {
                Add(group.Field, value);
            }
        }

        Add("sort", Sort);
        if (Page > 1)
        {
            Add("page", Page.ToString(CultureInfo.InvariantCulture));
        }

        return address.ToString();

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                address.Append(address.Length == Path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }
    }
}
