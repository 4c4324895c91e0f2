namespace Medway.LocalOffer.Register.Domain.Planning;

/// <summary>One number of a release.</summary>
/// <param name="Table">Slug of its table; empty for the number of children, which every table shares.</param>
/// <param name="Row">Empty for the number of children.</param>
/// <param name="Band">Null for all ages together.</param>
internal readonly record struct Cell(string Table, string Row, AgeBand? Band)
{
    /// <summary>All children, of one age or of every age.</summary>
    public static Cell Children(AgeBand? band) => new("", "", band);
}

/// <summary>A count that would be another if the register were another.</summary>
internal readonly record struct Change(Cell Cell, int By);
