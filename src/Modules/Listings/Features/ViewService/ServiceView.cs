using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Listings.Features.ViewService;

/// <summary>What the page of a service says, in words. Null means that nobody has told us.</summary>
internal sealed record ServiceView
{
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

    public string? Cost { get; init; }

    public required IReadOnlyList<ServicePlaceView> Places { get; init; }

    public string? Area { get; init; }

    public bool IsOnline { get; init; }

    /// <summary>A helpline or a website: there is no place to ask for.</summary>
    public bool HasNoDoor { get; init; }

    public string? Times { get; init; }

    public string? Start { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }

    public bool CanBeAsked => Phone is not null || Email is not null || Website is not null;

    /// <summary>Who can fill a gap: them, when there is a way to reach them.</summary>
    public string Ask => CanBeAsked ? "Ask them" : "Ask the council";

    public required string Organisation { get; init; }

    public required string OrganisationSlug { get; init; }

    public required IReadOnlyList<AccessGroup> Access { get; init; }

    public int AccessKnown => Access.Sum(group => group.Lines.Count(line => line.Answer != AccessAnswer.NotKnown));

    public int AccessNotKnown => Access.Sum(group => group.Lines.Count) - AccessKnown;

    public Sureness Sureness { get; init; }

    public DateOnly? CheckedOn { get; init; }

    public string? SourceUrl { get; init; }

    /// <summary>The site that the source page is on, so that a reader knows where a link goes.</summary>
    public string? SourceSite => SourceUrl is null ? null : new Uri(SourceUrl).Host is var host && host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    public required IReadOnlyList<string> HardWords { get; init; }
}

/// <param name="PositionIsExact">False when only the town is known for sure.</param>
internal sealed record ServicePlaceView(PlaceWords Words, bool PositionIsExact);
