namespace Medway.LocalOffer.Improvement.Domain;

/// <summary>An update as the rules see it.</summary>
/// <param name="Board">The board that it is for.</param>
/// <param name="StepsDone">Per cent of the steps.</param>
internal sealed record UpdateFact(DateOnly Board, int StepsDone, string? By);

/// <summary>One look at the impact, by one person, for one period.</summary>
/// <param name="PeriodEnd">Last day of the period.</param>
internal sealed record ImpactFact(DateOnly PeriodEnd, bool IsMet, string? By);

/// <summary>The numbers that the plan names for an action, as its parts see them.</summary>
/// <param name="Worse">Code of one that was worse than it should be twice in a row; null when none was.</param>
/// <param name="IsWithoutData">There are some, and nobody has a figure of any.</param>
internal sealed record NumberFacts(string? Worse, bool IsWithoutData)
{
    /// <summary>The plan names none.</summary>
    public static readonly NumberFacts None = new(null, IsWithoutData: false);
}

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

    /// <summary>Whoever holds a lead role of it, or has held one.</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    /// <summary>What the numbers of its action say.</summary>
    public NumberFacts Numbers { get; init; } = NumberFacts.None;

    /// <summary>Whether it is somebody's own work: they led it or wrote of it, then or later. They cannot say what difference it made.</summary>
    public bool IsWorkOf(string? by) => Leads.Contains(by, StringComparer.Ordinal) || Updates.Any(update => update.By == by);

    public DateOnly Due => Moves.Count == 0 ? Original : Moves[^1];

    /// <summary>Days between the first date and the one of today: permanent, whoever moved it.</summary>
    public int DaysSlipped => Due.DayNumber - Original.DayNumber;
}

/// <summary>What the colour of a part follows from, on one day.</summary>
internal sealed record PartFacts
{
    /// <summary>Boards meet every six weeks (the plan's own words); used when no later board is planned.</summary>
    public const int DaysOfACycle = 42;

    /// <summary>Looks that end closer together than this are one: twice in one week shows nothing that lasts.</summary>
    public const int DaysOfAPeriod = 28;

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

    /// <summary>Latest periods in a row, <see cref="DaysOfAPeriod"/> apart, for which somebody whose work it is not has seen the impact.</summary>
    public required int PeriodsMet { get; init; }

    /// <inheritdoc cref="PartHistory.MissedPeriods"/>
    public int MissedPeriods { get; init; }

    /// <inheritdoc cref="PartHistory.Numbers"/>
    public NumberFacts Numbers { get; init; } = NumberFacts.None;

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
            Numbers = part.Numbers,
        };
    }

    private static int Met(PartHistory part)
    {
        var sustained = part.Impacts.Where(impact => !part.IsWorkOf(impact.By))
            .GroupBy(impact => impact.PeriodEnd)
            .OrderByDescending(period => period.Key)
            .TakeWhile(period => period.Last().IsMet);
        var (periods, last) = (0, DateOnly.MaxValue);
        foreach (var end in sustained.Select(period => period.Key))
        {
            if (last.DayNumber - end.DayNumber >= DaysOfAPeriod)
            {
                (periods, last) = (periods + 1, end);
            }
        }

        return periods;
    }
}
