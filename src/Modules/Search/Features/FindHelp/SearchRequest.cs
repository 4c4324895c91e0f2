using System.Globalization;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Search.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Medway.LocalOffer.Search.Features.FindHelp;

/// <param name="Field">Id of the form field that it is about.</param>
/// <param name="Message">Says what to do.</param>
internal sealed record SearchProblem(string Field, string Message);

/// <summary>
/// Reads the query string of a search. What cannot be understood becomes a message beside its field and is passed over; the other choices
/// still hold.
/// </summary>
internal sealed class SearchRequest
{
    private const int MostValues = 30;
    private const int LongestValue = 60;

    /// <summary>More than the form takes; a postcode may stand behind a whole address.</summary>
    private const int LongestTyped = 6_000;

    private readonly List<SearchProblem> problems = [];

    private SearchRequest(SearchAddress address) => Address = address;

    public SearchAddress Address { get; }

    public IReadOnlyList<SearchProblem> Problems => problems;

    public SearchChoices Choices { get; private set; } = SearchChoices.None;

    public NearPlace? Near { get; private set; }

    /// <summary>Null when none was asked for, or none that we know.</summary>
    public SortBy? Sort { get; private set; }

    /// <summary>Set when a whole postcode was given: the address to go to instead, with the outward code only.</summary>
    public SearchAddress? Elsewhere { get; private set; }

    public static SearchRequest Read(IQueryCollection query, Gazetteer gazetteer)
    {
        ArgumentNullException.ThrowIfNull(query);
        var words = First(query["q"], LongestTyped).Trim();
        var near = First(query["near"], LongestTyped).Trim();

        var without = Gazetteer.WithoutPostcodes(words, out var outwardInWords);
        var outward = Gazetteer.OutwardOfFullPostcode(near) ?? (near.Length == 0 ? outwardInWords : null);
        near = near.Length > Gazetteer.MaximumLength ? near[..Gazetteer.MaximumLength] : near;
        var request = new SearchRequest(new SearchAddress(
            without, near, First(query["age"], LongestValue).Trim(), [.. ChoiceGroups.All.Select(group => Values(query[group.Field]))], First(query["sort"], LongestValue).Trim()));
        if (outward is not null || outwardInWords is not null || HoldsPostcode(query))
        {
            request = new SearchRequest(WithoutPostcodes(request.Address));
            var page = request.PageNumber(First(query["page"], LongestValue));
            request.Elsewhere = request.Address with { Near = outward ?? near, Page = page };
            return request;
        }

        request.Understand(query["page"], gazetteer);
        return request;
    }

    /// <summary>A whole postcode in any other value, where nobody expects one: the address is cleared of it all the same.</summary>
    private static bool HoldsPostcode(IQueryCollection query) => query
        .Where(parameter => parameter.Key is not ("q" or "near"))
        .Concat(query.Where(parameter => parameter.Key is "q" or "near").Select(parameter => KeyValuePair.Create(parameter.Key, new StringValues([.. parameter.Value.Skip(1)]))))
        .SelectMany(parameter => parameter.Value)
        .Any(value => value is not null && Gazetteer.OutwardOfFullPostcode(First(value, LongestTyped)) is not null);

    private static SearchAddress WithoutPostcodes(SearchAddress address) => address with
    {
        Age = Gazetteer.OutwardOfFullPostcode(address.Age) is null ? address.Age : "",
        Sort = Gazetteer.OutwardOfFullPostcode(address.Sort) is null ? address.Sort : "",
        Chosen = [.. address.Chosen.Select(values => (IReadOnlyList<string>)[.. values.Where(value => Gazetteer.OutwardOfFullPostcode(value) is null)])],
    };

    /// <summary>The page asked for; 1 when it could not be read.</summary>
    public int Page { get; private set; } = 1;

    private void Understand(StringValues page, Gazetteer gazetteer)
    {
        if (Address.Words.Length > SearchText.MaximumQueryLength)
        {
            problems.Add(new("q", $"Your search is very long. We looked for its first {SearchText.MaximumQueryLength} letters. Try a few words."));
        }

        if (Address.Near.Length > 0)
        {
            Near = gazetteer.Find(Address.Near);
            if (Near is null)
            {
                problems.Add(new("near", $"We do not know the place “{Address.Near}”. We only know places in and near Medway. Try a town, like Gillingham, or the first part of a postcode, like ME7."));
            }
        }

        foreach (var group in ChoiceGroups.All)
        {
            if (Mask(group) is not 0 and var mask)
            {
                Choices = Choices.With(group, mask);
            }
        }

        Choices = Choices.WithAge(Age());
        Sort = SortOf(Address.Sort);
        Page = PageNumber(First(page, LongestValue));
    }

    private short? Age()
    {
        if (Address.Age.Length == 0)
        {
            return null;
        }

        if (short.TryParse(Address.Age, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age is >= 0 and <= 25)
        {
            return age;
        }

        problems.Add(new("age", "Write the age as a number from 0 to 25, like 8. We left the age out for now."));
        return null;
    }

    private long Mask(ChoiceGroup group)
    {
        var mask = 0L;
        foreach (var value in Address.Of(group))
        {
            if (group.Known.FirstOrDefault(facet => facet.Value == value) is { } facet)
            {
                mask |= facet.Mask;
            }
            else
            {
                problems.Add(new(group.Field, $"We do not know the {group.Name} “{value}”. Pick one from the list. We left it out for now."));
            }
        }

        return mask;
    }

    private SortBy? SortOf(string typed)
    {
        switch (typed)
        {
            case "":
                return null;
            case "best":
                return SortBy.Best;
            case "soonest":
                return SortBy.Soonest;
            case "nearest" when Near is not null:
                return SortBy.Nearest;
            case "nearest":
                problems.Add(new("near", "To see the nearest first, write a place too. For now the best fit comes first."));
                return null;
            default:
                problems.Add(new("results", "We do not know that order. For now the list stands in its usual one."));
                return null;
        }
    }

    private int PageNumber(string typed)
    {
        if (typed.Length == 0)
        {
            return 1;
        }

        if (long.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var page) && page >= 1)
        {
            return (int)Math.Min(page, FindServices.LastPage);
        }

        problems.Add(new("results", "There is no such page. This is page 1."));
        return 1;
    }

    private static string First(StringValues values, int longest)
    {
        var value = values.Count > 0 ? values[0] ?? "" : "";
        return value.Length > longest ? value[..longest] : value;
    }

    private static IReadOnlyList<string> Values(StringValues values) =>
        [.. values.Take(MostValues).OfType<string>().Select(value => First(value, LongestValue).Trim()).Where(value => value.Length > 0).Distinct()];
}
