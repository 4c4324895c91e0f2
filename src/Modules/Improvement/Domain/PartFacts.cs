namespace Medway.LocalOffer.Improvement.Domain;

/// <summary>An update as the rules see it.</summary>
/// <param name="Board">The board that it is for.</param>
/// <param name="StepsDone">Per cent of the steps.</param>
internal sealed record UpdateFact(DateOnly Board, int StepsDone, string? By);

/// <summary>One look at the impact, by one person, for one period.</summary>
/// <param name="PeriodEnd">Last day of the period.</param>
internal sealed record ImpactFact(DateOnly PeriodEnd, bool IsMet, string? By);

/// <summary>All that happened to a part, oldest first.</summary>
/// <param name="Original">Its date in the plan.</param>
/// <param name="Moves">New dates in turn.</param>
/// <param name="EvidenceUntil">Last day on which each piece of evidence is good.</param>
internal sealed record PartHistory(
    DateOnly Original,
    DateOnly LoadedOn,
    IReadOnlyList<DateOnly> Moves,
    IReadOnlyList<UpdateFact> Updates,
    IReadOnlyList<ImpactFact> Impacts,
    IReadOnlyList<DateOnly> EvidenceUntil)
{
    /// <summary>Times of a duty that comes back in which nothing was done.</summary>
    public int MissedPeriods { get; init; }

    public DateOnly Due => Moves.Count == 0 ? Original : Moves[^1];

    /// <summary>Days between the first date and the one of today: permanent, whoever moved it.</summary>
    public int DaysSlipped => Due.DayNumber - Original.DayNumber;
}

/// <summary>What the colour of a part follows from, on one day.</summary>
internal sealed record PartFacts
{
    /// <summary>Boards meet every six weeks (the plan's own words); used when no later board is planned.</summary>
    public const int DaysOfACycle = 42;

    public required int DaysPastDue { get; init; }

    public required int Moves { get; init; }

    public required int StepsDone { get; init; }

    public required bool HasReported { get; init; }

    /// <summary>A board has met since the part was loaded.</summary>
    public required bool HasClosedCycle { get; init; }

    /// <summary>Boards that have met since the one of the last update.</summary>
    public required int CyclesSinceUpdate { get; init; }

    public required bool IsDueWithinOneCycle { get; init; }

    public required bool HasEvidenceInDate { get; init; }

    /// <summary>Latest periods in a row for which somebody who wrote no update has seen the impact.</summary>
    public required int PeriodsMet { get; init; }

    /// <inheritdoc cref="PartHistory.MissedPeriods"/>
    public int MissedPeriods { get; init; }

    public bool IsComplete => StepsDone == 100;

    /// <param name="boards">Days of boards, in order.</param>
    public static PartFacts On(DateOnly today, PartHistory part, IReadOnlyList<DateOnly> boards)
    {
        var latest = part.Updates.Count == 0 ? null : part.Updates[^1];
        var since = latest?.Board ?? part.LoadedOn.AddDays(-1);
        var next = boards.FirstOrDefault(board => board > today, today.AddDays(DaysOfACycle));
        return new()
        {
            DaysPastDue = Math.Max(0, today.DayNumber - part.Due.DayNumber),
            Moves = part.Moves.Count,
            StepsDone = latest?.StepsDone ?? 0,
            HasReported = latest is not null,
            HasClosedCycle = boards.Any(board => board >= part.LoadedOn && board < today),
            CyclesSinceUpdate = boards.Count(board => board > since && board < today),
            IsDueWithinOneCycle = part.Due <= next,
            HasEvidenceInDate = part.EvidenceUntil.Any(until => until >= today),
            PeriodsMet = Met(part),
            MissedPeriods = part.MissedPeriods,
        };
    }

    private static int Met(PartHistory part)
    {
        // Whoever has written an update of the part has a stake in it, from then on and before.
        var owners = part.Updates.Select(update => update.By).ToHashSet(StringComparer.Ordinal);
        return part.Impacts.Where(impact => !owners.Contains(impact.By))
            .GroupBy(impact => impact.PeriodEnd)
            .OrderByDescending(period => period.Key)
            .TakeWhile(period => period.Last().IsMet)
            .Count();
    }
}
