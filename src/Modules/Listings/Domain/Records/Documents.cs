using System.Text.Json;
using System.Text.Json.Serialization;
using Medway.LocalOffer.Listings.Domain.Sessions;

namespace Medway.LocalOffer.Listings.Domain.Records;

/// <summary>A record whole, as staff write it: what a draft holds, what two versions are compared by, and what is put back.</summary>
internal abstract record RecordDocument
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    [JsonIgnore]
    public abstract RecordKind Kind { get; }

    /// <summary>What it is called in a list.</summary>
    [JsonIgnore]
    public abstract string Title { get; }

    public string ToJson() => JsonSerializer.Serialize(this, GetType(), Json);

    public static RecordDocument Read(RecordKind kind, string json) => kind switch
    {
        RecordKind.Service => JsonSerializer.Deserialize<ServiceDocument>(json, Json)!,
        RecordKind.Organisation => JsonSerializer.Deserialize<OrganisationDocument>(json, Json)!,
        _ => JsonSerializer.Deserialize<PlaceDocument>(json, Json)!,
    };

    /// <summary>Whether two documents say the same. Texts are compared, because lists of records do not compare by what is in them.</summary>
    public bool Says(RecordDocument? other) => other is not null && ToJson() == other.ToJson();
}

internal sealed record ServiceDocument : RecordDocument
{
    [JsonIgnore]
    public override RecordKind Kind => RecordKind.Service;

    [JsonIgnore]
    public override string Title => Name;

    public string Slug { get; init; } = "";

    public string Name { get; init; } = "";

    public string Summary { get; init; } = "";

    public Guid OrganisationId { get; init; }

    /// <summary>A value of <see cref="Vocabulary.Kinds"/>.</summary>
    public string Type { get; init; } = "";

    public ShortBreakLevel? Level { get; init; }

    public short? AgeFrom { get; init; }

    public short? AgeTo { get; init; }

    public IReadOnlyList<string> Needs { get; init; } = [];

    public string? Eligibility { get; init; }

    public bool? DiagnosisNeeded { get; init; }

    public bool IsOnline { get; init; }

    public bool? ComesToYou { get; init; }

    public IReadOnlyList<string> Areas { get; init; } = [];

    public IReadOnlyList<Guid> Places { get; init; } = [];

    public JoinRoute JoinRoute { get; init; } = JoinRoute.Unknown;

    public string? Times { get; init; }

    public IReadOnlyList<SessionRule> Sessions { get; init; } = [];

    public IReadOnlyList<CostWords> Costs { get; init; } = [];

    public IReadOnlyList<FactSaid> Facts { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    public bool? Interpreter { get; init; }

    public string? FirstVisit { get; init; }

    public string? WhoDecides { get; init; }

    public string? HowToGet { get; init; }

    public string? UsualWait { get; init; }

    public string? IfRefused { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }

    public short CheckMonths { get; init; } = Freshness.UsualMonths;
}

/// <summary>What is said about access; silence has no row.</summary>
internal sealed record FactSaid(AccessFactKey Key, AccessAnswer Answer, string? Note);

internal sealed record OrganisationDocument : RecordDocument
{
    [JsonIgnore]
    public override RecordKind Kind => RecordKind.Organisation;

    [JsonIgnore]
    public override string Title => Name;

    public string Slug { get; init; } = "";

    public string Name { get; init; } = "";

    public string? Description { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }
}

internal sealed record PlaceDocument : RecordDocument
{
    [JsonIgnore]
    public override RecordKind Kind => RecordKind.Place;

    [JsonIgnore]
    public override string Title => Name ?? Address ?? Town ?? "A place";

    public string? Name { get; init; }

    public string? Address { get; init; }

    public string? Town { get; init; }

    public string? Postcode { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public IReadOnlyList<FactSaid> Facts { get; init; } = [];
}
