namespace Medway.LocalOffer.Register.Domain;

/// <summary>
/// How long the register keeps what an entry says (send-law §4.7 and §4.3, proposed; the council confirms it). Afterwards what it says is erased. What stays
/// is that there was an entry, what was agreed to, and who was given what: ids, uses and days, as evidence, for six years.
/// </summary>
internal static class RetentionRules
{
    /// <summary>After an entry has ended.</summary>
    public const int MonthsAfterTheEnd = 12;

    /// <summary>After the family was first asked whether it is still right, or after the old register came over.</summary>
    public const int MonthsUnconfirmed = 24;

    /// <summary>Of evidence.</summary>
    public const int YearsOfEvidence = 6;

    /// <param name="firstAsked">When the yearly check began that nobody answered.</param>
    /// <returns>The first day on which what the entry says may go; null while it stands, and when it has gone.</returns>
    public static DateOnly? DueOn(EntryState state, DateOnly? erasedOn, DateOnly? endedOn, DateOnly receivedOn, DateOnly firstAsked) => (state, erasedOn) switch
    {
        (_, not null) => null,
        (EntryState.Received or EntryState.Live, _) => null,
        (EntryState.Lapsed, _) => firstAsked == DateOnly.MaxValue ? null : firstAsked.AddMonths(MonthsUnconfirmed),
        (EntryState.Unconfirmed, _) => receivedOn.AddMonths(MonthsUnconfirmed),
        _ => endedOn?.AddMonths(MonthsAfterTheEnd),
    };
}
