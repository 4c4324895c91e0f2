using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Duties;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Improvement.Reminders;

/// <summary>When updates for a board are asked for: so many working days before it, and what is looked at on the morning after it.</summary>
internal sealed class UpdateLadder(ImprovementDbContext context, Occurrences occurrences, LookAtDuties duties, WorkingDays calendar, TimeProvider clock)
{
    /// <summary>The steps, in working days before the board.</summary>
    public static readonly IReadOnlyList<int> Steps = [15, 10, 5];

    /// <summary>Key of the look after the board.</summary>
    public const string After = "after";

    private static readonly TimeOnly Morning = new(9, 0);

    public static string Key(int step) => $"T-{step}";

    /// <summary>Whether the bank holidays before this day are known.</summary>
    public bool Knows(DateOnly board) => calendar.Covers(board) && calendar.Covers(board.AddDays(-60));

    /// <summary>In the caller's transaction. A board that is written down late is asked for at once, and only for the steps that are left.</summary>
    public async Task PlanAsync(BoardMeeting board, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var late = Steps.Where(step => calendar.Add(board.HeldOn, -step) < today).ToList();
        foreach (var step in Steps.Where(step => !late.Contains(step)))
        {
            await PlanAsync(board.Id, Key(step), UkTime.At(calendar.Add(board.HeldOn, -step), Morning), cancellationToken);
        }

        if (late.Count > 0)
        {
            await PlanAsync(board.Id, Key(late.Min()), clock.GetUtcNow(), cancellationToken);
        }

        await PlanAsync(board.Id, After, UkTime.At(board.HeldOn.AddDays(1), Morning), cancellationToken);
        await duties.PlanAsync(board.HeldOn, cancellationToken);
    }

    private async Task PlanAsync(Guid board, string key, DateTimeOffset due, CancellationToken cancellationToken) =>
        await occurrences.PlanAsync(context, AskForUpdates.Name, board, key, due, cancellationToken);
}
