using System.Text;
using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Search.Features.FindHelp;

/// <summary>A search as it stands in the address bar: what was typed and chosen, whether or not we understand it. Nothing of it is lost.</summary>
internal sealed record SearchAddress(
    string Words, string Near, string Age, IReadOnlyList<string> Kinds, IReadOnlyList<string> Needs, IReadOnlyList<string> Costs, int Page = 1)
{
    public const string Path = "/search";

    public bool HasChoices => Kinds.Count + Needs.Count + Costs.Count > 0 || Age.Length > 0 || Near.Length > 0;

    public SearchAddress WithoutKind(string value) => this with { Kinds = Without(Kinds, value), Page = 1 };

    public SearchAddress WithoutNeed(string value) => this with { Needs = Without(Needs, value), Page = 1 };

    public SearchAddress WithoutCost(string value) => this with { Costs = Without(Costs, value), Page = 1 };

    /// <summary>Path and query, encoded.</summary>
    public override string ToString()
    {
        var address = new StringBuilder(Path);
        Add("q", Words);
        Add("near", Near);
        Add("age", Age);
        AddAll("kind", Kinds);
        AddAll("need", Needs);
        AddAll("cost", Costs);
        if (Page > 1)
        {
            Add("page", Page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return address.ToString();

        void AddAll(string name, IReadOnlyList<string> values)
        {
            foreach (var value in values)
            {
                Add(name, value);
            }
        }

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                address.Append(address.Length == Path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }
    }

    private static string[] Without(IReadOnlyList<string> values, string value) => [.. values.Where(other => other != value)];
}
