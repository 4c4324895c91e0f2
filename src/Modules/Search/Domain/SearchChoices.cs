using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Search.Domain;

/// <summary>What a search is narrowed by, already checked. Zero and null mean "any".</summary>
internal sealed record SearchChoices(long Kind, long Need, long Cost, short? Age)
{
    public static readonly SearchChoices None = new(0, 0, 0, null);

    /// <summary>Set by the database on entries whose ages nobody has told.</summary>
    public const long AgeNotKnown = 1L << 61;

    /// <summary>A need is also met by what is open to every need.</summary>
    public long NeedOrAny => Need == 0 ? 0 : Need | Facets.AnyNeed;

    public bool Allow(long row) => AllowKind(row) && AllowNeed(row) && AllowCost(row);

    public bool AllowKind(long row) => Kind == 0 || (row & Kind) != 0;

    /// <summary>A blank never hides a service: it comes last instead.</summary>
    public bool AllowNeed(long row) => Need == 0 || (row & NeedOrAny) != 0 || (row & Facets.AllNeeds) == 0;

    /// <inheritdoc cref="AllowNeed"/>
    public bool AllowCost(long row) => Cost == 0 || (row & Cost) != 0 || (row & Facets.AllCosts) == 0;

    /// <summary>True when it was let through only because nobody has told us.</summary>
    public bool OnlyMayFit(long row) =>
        (Age is not null && (row & AgeNotKnown) != 0)
        || (Need != 0 && (row & Facets.AllNeeds) == 0)
        || (Cost != 0 && (row & Facets.AllCosts) == 0);
}
