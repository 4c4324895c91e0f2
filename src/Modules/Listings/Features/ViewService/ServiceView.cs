using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Sessions;
using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Listings.Features.ViewService;

/// <summary>What the page of a service says, in words. Null means that nobody has told us.</summary>
internal sealed record ServiceView
{
    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required string Summary { get; init; }

    /// <summary>For the title, when there is one place: two cinemas run a thing of the same name.</summary>
    public string? Town { get; init; }

    public required Facet KindOfHelp { get; init; }

    /// <summary>Name of a drawing in the theme's sprite.</summary>
    public required string Drawing { get; init; }

    public string? Ages { get; init; }

    public string? Needs { get; init; }

    /// <summary>Needs that it names though it is open to everyone.</summary>
    public string? AlsoNamed { get; init; }

    public string? Eligibility { get; init; }

    public bool? DiagnosisNeeded { get; init; }

    public string? Cost { get; init; }

    public required IReadOnlyList<ServicePlaceView> Places { get; init; }

    public string? Area { get; init; }

    public bool IsOnline { get; init; }

    public bool ComesToYou { get; init; }

    /// <summary>A helpline or a website: there is no place to ask for.</summary>
    public bool HasNoDoor { get; init; }

    public string? Times { get; init; }

    /// <summary>Its sessions, one line each.</summary>
    public required IReadOnlyList<string> Sessions { get; init; }

    /// <summary>Of a session at least nobody has said whether it runs in school holidays.</summary>
    public bool HolidaysNotKnown { get; init; }

    /// <summary>The next real dates that a calendar can hold, soonest first.</summary>
    public required IReadOnlyList<Happening> Dates { get; init; }

    /// <summary>Those of them that the page shows.</summary>
    public IReadOnlyList<Happening> Next => [.. Dates.Take(4)];

    public string? Start { get; init; }

    public required GettingIt GettingIt { get; init; }

    public string? FirstVisit { get; init; }

    public string? Languages { get; init; }

    public bool? Interpreter { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }

    public bool CanBeAsked => Phone is not null || Email is not null || Website is not null;

    /// <summary>Who can fill a gap: them, when there is a way to reach them.</summary>
    public string Ask => CanBeAsked ? "Ask them" : "Ask the council";

    /// <summary>A letter to them with what nobody has told us as questions. It says nothing of whoever sends it.</summary>
    public string MailAbout(AccessGroup group) => $"mailto:{Email}?subject={Uri.EscapeDataString($"A question about {Name}")}&body=" + Uri.EscapeDataString(string.Join(
        "\r\n",
        ["Hello,", "", $"I am looking at “{Name}”. Please can you tell me about these?", "", .. group.Unknown.Select(line => $"- {line.Words}: yes or no?"), "", "Thank you"]));

    public required string Organisation { get; init; }

    public required string OrganisationSlug { get; init; }

    public required IReadOnlyList<AccessGroup> Access { get; init; }

    public int AccessKnown => Access.Sum(group => group.Known.Count());

    public int AccessNotKnown => Access.Sum(group => group.Unknown.Count());

    public Sureness Sureness { get; init; }

    public DateOnly? CheckedOn { get; init; }

    public DateOnly NextCheckOn { get; init; }

    public DateOnly? AskedOn { get; init; }

    public string? SourceUrl { get; init; }

    /// <summary>The site that the source page is on, so that a reader knows where a link goes.</summary>
    public string? SourceSite => SourceUrl is null ? null : new Uri(SourceUrl).Host is var host && host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    public required IReadOnlyList<string> HardWords { get; init; }

    /// <summary>Other help of the same kind.</summary>
    public IReadOnlyList<AlikeView> Alike { get; init; } = [];
}

/// <param name="PositionIsExact">False when only the town is known for sure.</param>
internal sealed record ServicePlaceView(PlaceWords Words, bool PositionIsExact);

internal sealed record AlikeView(string Slug, string Name, string Summary);

/// <summary>How it is got: the questions that decide whether a family ever starts.</summary>
/// <param name="Level">Of a short break, in words.</param>
internal sealed record GettingIt(string? Level, string? WhoDecides, string? How, string? UsualWait, string? IfRefused)
{
    /// <summary>A club that anybody may walk into has nothing to decide; then nobody needs to read that it is not known.</summary>
    public bool IsAsked { get; private init; }

    public static GettingIt Of(ShortBreakLevel? level, string kind, string? whoDecides, string? how, string? usualWait, string? ifRefused) => new(
        level switch
        {
            ShortBreakLevel.Universal => "Open to everyone. Nobody has to agree first (level 1, universal).",
            ShortBreakLevel.Targeted => "For children who need more help. Often somebody has to agree first (level 2, targeted).",
            ShortBreakLevel.Specialist => "For children who need a lot of help. An assessment comes first (level 3, specialist).",
            _ => null,
        },
        whoDecides,
        how,
        usualWait,
        ifRefused)
    {
        IsAsked = level is ShortBreakLevel.Targeted or ShortBreakLevel.Specialist
            || kind is "short_break" or "social_care" or "therapy_health" or "mental_health" or "equipment"
            || whoDecides is not null || how is not null || usualWait is not null || ifRefused is not null,
    };
}
