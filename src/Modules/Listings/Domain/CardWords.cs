using System.Globalization;
using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Listings.Domain;

/// <summary>A place as far as its words go.</summary>
internal sealed record PlaceWords(string? Name, string? Address, string? Town, string? Postcode);

/// <summary>A cost as far as its words go. <paramref name="Kind"/> is a value of <see cref="Vocabulary.Costs"/>.</summary>
internal sealed record CostWords(string Kind, string? Label, int? Pence, string? Unit, string? Note);

/// <summary>
/// The lines of a card and of the answer box, in plain words. Null means that nobody has told us, and the page says so in its own way:
/// a line never guesses.
/// </summary>
internal static class CardWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string? Ages(short? from, short? to) => (from, to) switch
    {
        (null, null) => null,
        (null, { } oldest) => $"Up to age {oldest}",
        (0, null) => "Any age",
        ({ } youngest, null) => $"Age {youngest} and over",
        ({ } youngest, { } oldest) when youngest == oldest => $"Age {youngest}",
        ({ } youngest, { } oldest) => $"Ages {youngest} to {oldest}",
    };

    /// <summary>
    /// "Open to everyone" is kept for what is open to people without a need too; a group for disabled children that takes any need is not.
    /// </summary>
    /// <param name="needs">Values of <see cref="Vocabulary.Needs"/>.</param>
    /// <param name="level">Universal means that anybody may come.</param>
    public static string? Needs(IReadOnlyCollection<string> needs, ShortBreakLevel? level)
    {
        var named = NamedNeeds(needs);
        if (!needs.Contains(Vocabulary.AnyNeed))
        {
            return named;
        }

        return (level, named) switch
        {
            (ShortBreakLevel.Universal, _) => "Open to everyone",
            (_, null) => "Any kind of need",
            _ => $"{named} and any other need",
        };
    }

    /// <summary>"Autism, ADHD, learning disability"; null when none is named.</summary>
    public static string? NamedNeeds(IReadOnlyCollection<string> needs)
    {
        var words = Facets.Needs.Where(facet => needs.Contains(facet.Value)).Select(facet => facet.Words).ToList();
        return words.Count == 0 ? null : string.Join(", ", words.Select((word, index) => index == 0 ? word : LowerFirst(word)));
    }

    /// <param name="diagnosisNeeded">Only a known "no" is said: whoever has none yet may stop at the thought of one.</param>
    public static string? Who(short? from, short? to, IReadOnlyCollection<string> needs, ShortBreakLevel? level, bool? diagnosisNeeded) =>
        (Ages(from, to), Needs(needs, level), diagnosisNeeded) switch
        {
            (null, null, false) => "Ages and needs not known. No diagnosis needed",
            (null, null, _) => null,
            var (ages, who, needed) => $"{ages ?? "Ages not known"}. {who ?? "Needs not known"}{(needed == false ? ". No diagnosis needed" : "")}",
        };

    /// <param name="places">In the order they are shown.</param>
    /// <param name="isOnline">True when it can be used from home on a screen.</param>
    /// <param name="areas">Where it comes to people, or answers them.</param>
    public static string? Where(IReadOnlyList<PlaceWords> places, bool isOnline, IReadOnlyList<AreaName> areas)
    {
        List<string> parts = [];
        if (places.Count == 1)
        {
            AddIfSaid(parts, ShortPlace(places[0]));
        }
        else if (places.Count > 1)
        {
            parts.Add($"{places.Count.ToString(English)} places: {string.Join("; ", places.Select(ShortPlace).Where(words => words is not null))}");
        }

        AddIfSaid(parts, AreaWords.Of(areas));
        if (isOnline)
        {
            parts.Add("Online");
        }

        return parts.Count == 0 ? null : string.Join(". ", parts);
    }

    /// <summary>"Black Lion Leisure Centre, Gillingham".</summary>
    public static string? ShortPlace(PlaceWords place) => Joined(place.Name ?? place.Address, place.Town);

    /// <summary>All of the address, postcode last.</summary>
    public static string? FullPlace(PlaceWords place) =>
        Joined(place.Name, place.Address, Joined(place.Town, null) is { } town && place.Postcode is { } postcode ? $"{town} {postcode}" : place.Town ?? place.Postcode);

    public static string? Cost(IReadOnlyList<CostWords> costs)
    {
        var words = costs.Select(Cost).Where(word => word is not null).ToList();
        return words.Count == 0 ? null : string.Join(". ", words);
    }

    public static string? HowToStart(JoinRoute route, string? phone, string? email, string? website) => route switch
    {
        JoinRoute.TurnUp => "Just turn up",
        JoinRoute.Book => phone is not null ? "Call them to book" : website is not null ? "Book on their website" : "Book first",
        JoinRoute.Self => (phone, email, website) switch
        {
            ({ }, { }, _) => "Call or e-mail them",
            ({ }, null, _) => "Call them",
            (null, { }, _) => "E-mail them",
            (null, null, { }) => "Look at their website",
            _ => "You can ask for it yourself",
        },
        JoinRoute.Professional => "Ask your GP, school or social worker to refer you",
        JoinRoute.Assessment => "Someone looks at your needs first. Ask them how",
        _ => null,
    };

    private static string? Cost(CostWords cost)
    {
        var note = cost.Note?.TrimEnd('.', ' ');
        var words = cost.Pence is { } pence
            ? Joined(null, $"{Pounds(pence)}{(cost.Unit is null ? "" : $" for {cost.Unit}")}") + (note is null ? "" : $". {note}")
            : (cost.Kind, note) switch
            {
                (Vocabulary.UnknownCost, _) => note,
                ("free", { } said) when said.StartsWith("Free", StringComparison.OrdinalIgnoreCase) => said,
                ("paid", { } said) when said.Contains('£', StringComparison.Ordinal) => said,
                ("paid", null) => "You pay. Price not known",
                var (kind, said) => Facets.Costs.Single(facet => facet.Value == kind).Words + (said is null ? "" : $". {said}"),
            };
        return words is not null && cost.Label is { } label ? $"{label}: {words}" : words;
    }

    /// <summary>"£2.50"; whole pounds without pence.</summary>
    public static string Pounds(int pence) => (pence / 100m).ToString(pence % 100 == 0 ? "£#,0" : "£#,0.00", English);

    private static string? Joined(params string?[] parts)
    {
        var said = parts.Where(part => !string.IsNullOrEmpty(part)).ToList();
        return said.Count == 0 ? null : string.Join(", ", said);
    }

    private static void AddIfSaid(List<string> parts, string? words)
    {
        if (words is not null)
        {
            parts.Add(words);
        }
    }

    /// <summary>An acronym keeps its capitals.</summary>
    private static string LowerFirst(string words) =>
        words.Length > 1 && char.IsUpper(words[1]) ? words : char.ToLower(words[0], English) + words[1..];
}
