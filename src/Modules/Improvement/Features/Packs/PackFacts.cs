using System.Text.Json;
using System.Text.Json.Serialization;
using Medway.LocalOffer.Improvement.Domain;

namespace Medway.LocalOffer.Improvement.Features.Packs;

/// <summary>All that a pack says, and nothing that depends on when or where it is written: the same facts give the same bytes.</summary>
/// <param name="Last">The board whose latest pack this one is compared with; null for the first.</param>
internal sealed record PackFacts(
    string Plan,
    DateOnly Board,
    DateOnly AsAt,
    PackBefore? Last,
    IReadOnlyList<PackPart> Parts,
    IReadOnlyList<PackChange> Changes,
    IReadOnlyList<PackMatter> Matters,
    IReadOnlyList<PackKpi> Figures)
{
    private static readonly JsonSerializerOptions Written = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Who was asked since the last pack. Packs that are older than the map have none.</summary>
    public IReadOnlyList<PackEngagement> Asked { get; init; } = [];

    /// <summary>About how many parts children and young people had no say; null in packs that are older than the map.</summary>
    public int? PartsWithoutYoungInput { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Written);

    public static PackFacts Read(string json) =>
        JsonSerializer.Deserialize<PackFacts>(json, Written) ?? throw new InvalidDataException("A pack without facts.");
}

/// <param name="ClosedSince">Matters that were open in that pack and are closed now.</param>
/// <param name="RaisedSince">Matters that are new since.</param>
internal sealed record PackBefore(DateOnly Board, IReadOnlyDictionary<Brag, int> Colours, int ClosedSince, int RaisedSince);

/// <param name="Told">What was told to this board; null when nothing was.</param>
internal sealed record PackPart(
    Guid Id,
    string Reference,
    string Area,
    string Leads,
    string Text,
    Brag Colour,
    string Why,
    string? Overridden,
    DateOnly Due,
    DateOnly FirstDue,
    int DaysLate,
    int Moves,
    int? StepsDone,
    PackTold? Told)
{
    public bool IsLate => DaysLate > 0;
}

internal sealed record PackTold(string Done, string Difference, string Next, string? Voice, string? NoVoice);

/// <param name="What">In words, for example <c>Red: late, was Amber: in danger</c>.</param>
internal sealed record PackChange(string Reference, string What);

/// <param name="Part">Its reference; null when it was about the whole plan.</param>
/// <param name="Changed">What changed because of it; null when nothing has yet.</param>
internal sealed record PackEngagement(DateOnly HeldOn, AskedGroup Group, string Who, EngagementLevel Level, string? Part, string Said, string? Changed);

internal sealed record PackMatter(Guid Id, MatterKind Kind, string Title, string Words, string? Part, string? WaitsFor, string? Route, string Owner, DateOnly Due, DateOnly RaisedOn);
