using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Listings.Domain.Sessions;

namespace Medway.LocalOffer.Listings.Domain;

/// <summary>A service as one row or record of a file states it, after every value has been read and found good.</summary>
internal sealed record ServiceDraft
{
    /// <summary>Physical line in the file, or the number of the record, for problems that show only against other rows.</summary>
    public required int Line { get; init; }

    /// <summary>What the file calls it.</summary>
    public required string ExternalId { get; init; }

    /// <summary>What we shall call it, when it is new here.</summary>
    public required Guid Id { get; init; }

    /// <summary>Of its page, when it is new here.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required OrganisationDraft Organisation { get; init; }

    public required string Kind { get; init; }

    public ShortBreakLevel? ShortBreakLevel { get; init; }

    public required string Summary { get; init; }

    public short? AgeFrom { get; init; }

    public short? AgeTo { get; init; }

    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>Ways to pay; none when nobody has said.</summary>
    public required IReadOnlyList<CostWords> Costs { get; init; }

    /// <summary>As the row states them, or read out of <see cref="Times"/> where that can mean one thing only.</summary>
    public required IReadOnlyList<SessionRule> Sessions { get; init; }

    /// <summary>ISO 639 codes.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public string? Eligibility { get; init; }

    public bool? DiagnosisNeeded { get; init; }

    public string? FirstVisit { get; init; }

    public string? WhoDecides { get; init; }

    public string? HowToGet { get; init; }

    public string? UsualWait { get; init; }

    public string? IfRefused { get; init; }

    public bool? Interpreter { get; init; }

    public bool? ComesToYou { get; init; }

    public short? CheckMonths { get; init; }

    public string? Times { get; init; }

    public required IReadOnlyList<PlaceDraft> Places { get; init; }

    public bool IsOnline { get; init; }

    /// <summary>Codes of areas that it covers.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }

    public JoinRoute JoinRoute { get; init; }

    public required IReadOnlyList<FactSaid> AccessFacts { get; init; }

    public string? SourceUrl { get; init; }

    public string? SourceNote { get; init; }

    public Verification Verified { get; init; }

    /// <summary>When somebody confirmed it, as a file that we wrote says; null when nobody has.</summary>
    public DateOnly? CheckedOn { get; init; }

    /// <summary>The file is one that we wrote: its ids are ours.</summary>
    public bool IsOurs { get; init; }

    /// <summary>SHA-256 of the row in hex: says whether it has changed since it was last applied.</summary>
    public required string RowDigest { get; init; }
}

/// <summary>An organisation or a place, as the rows that name it state it.</summary>
internal abstract record SharedDraft
{
    /// <summary>What we shall call it, when it is new here.</summary>
    public abstract Guid Id { get; init; }

    /// <summary>What the file calls it; null when the file knows it only by what it says of it.</summary>
    public string? ExternalId { get; init; }

    /// <summary>As <see cref="ServiceDraft.RowDigest"/>; empty without an <see cref="ExternalId"/>.</summary>
    public string Digest { get; init; } = "";

    /// <summary>What tells it from the others of the file.</summary>
    public string Key => ExternalId is null ? $"by what it says {Id}" : $"by its id {ExternalId}";
}

/// <summary>Who runs it, as the row states it.</summary>
/// <param name="Slug">From its name: names that differ only in case or punctuation are one organisation.</param>
internal sealed record OrganisationDraft(string Name, string Slug) : SharedDraft
{
    public override Guid Id { get; init; } = NaturalKey.Organisation(Slug);

    public string? Description { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }
}

internal sealed record PlaceDraft(
    Guid Id,
    string? Name,
    string? Address,
    string? Town,
    string? Postcode,
    double? Latitude,
    double? Longitude) : SharedDraft
{
    public override Guid Id { get; init; } = Id;

    public IReadOnlyList<FactSaid> Facts { get; init; } = [];

    /// <summary>A position without a postcode is the middle of a town or an estimate.</summary>
    public bool PositionIsExact => Latitude is not null && Postcode is not null;
}
