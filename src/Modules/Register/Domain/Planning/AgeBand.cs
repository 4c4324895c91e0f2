namespace Medway.LocalOffer.Register.Domain.Planning;

/// <summary>The ages that planners and the public see numbers by.</summary>
internal enum AgeBand
{
    From0To4,
    From5To10,
    From11To15,
    From16To17,
    From18To25,
}

internal static class AgeBands
{
    public static readonly IReadOnlyList<AgeBand> All = Enum.GetValues<AgeBand>();

    /// <summary>The columns of a table: each band, then all ages together.</summary>
    public static readonly IReadOnlyList<AgeBand?> AndAll = [.. All, null];

    /// <returns>Null before birth and from the 26th birthday: nobody of that age is counted.</returns>
    public static AgeBand? Of(DateOnly bornOn, DateOnly on)
    {
        // Born on 29 February: a year older from 1 March in other years, as English law counts.
        var age = on.Year - bornOn.Year - ((on.Month, on.Day).CompareTo((bornOn.Month, bornOn.Day)) < 0 ? 1 : 0);
        return age switch
        {
            < 0 or > 25 => null,
            <= 4 => AgeBand.From0To4,
            <= 10 => AgeBand.From5To10,
            <= 15 => AgeBand.From11To15,
            <= 17 => AgeBand.From16To17,
            _ => AgeBand.From18To25,
        };
    }

    public static string Words(AgeBand? band) => band is { } one ? Words(one) : "All ages";

    public static string Words(AgeBand band) => band switch
    {
        AgeBand.From0To4 => "0 to 4",
        AgeBand.From5To10 => "5 to 10",
        AgeBand.From11To15 => "11 to 15",
        AgeBand.From16To17 => "16 and 17",
        _ => "18 to 25",
    };
}
