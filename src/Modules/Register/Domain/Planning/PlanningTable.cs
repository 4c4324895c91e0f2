namespace Medway.LocalOffer.Register.Domain.Planning;

/// <summary>
/// One of the tables that are published. Each is crossed with the age band and with nothing else: two tables then share no cell but the number of
/// children of an age, and whether a count can be worked out is decided table by table.
/// </summary>
/// <param name="Slug">Stored and never changed.</param>
/// <param name="Title">For the public.</param>
/// <param name="Explains">What is counted, in one sentence.</param>
/// <param name="Heading">Of the rows.</param>
/// <param name="CountsOnce">Whether each child stands in exactly one row. Otherwise in none, one or several.</param>
internal sealed record PlanningTable(string Slug, string Title, string Explains, bool CountsOnce, string Heading)
{
    public static readonly PlanningTable Impairments = new(
        "impairment", "What children find hard", "A child may be in more than one row.", CountsOnce: false, "What is hard");

    public static readonly PlanningTable Districts = new(
        "district", "Where children live", "The first part of the postcode. Each child is counted once.", CountsOnce: true, "Area");

    public static readonly PlanningTable Settings = new(
        "setting", "Where children learn", "Each child is counted once.", CountsOnce: true, "Place");

    public static readonly PlanningTable ServicesUsed = new(
        "service-used", "Help that families use", "A family may use none, one or more.", CountsOnce: false, "Help");

    public static readonly PlanningTable ServicesWanted = new(
        "service-wanted", "Help that families want and do not have", "A family may want none, one or more.", CountsOnce: false, "Help");

    /// <summary>The fixed list (send-law §4.4). Nobody can ask for another: a table that is chosen freely could be chosen to point at a child.</summary>
    public static readonly IReadOnlyList<PlanningTable> All = [Impairments, Districts, Settings, ServicesUsed, ServicesWanted];
}
