namespace Medway.LocalOffer.Platform.Jobs;

/// <summary>How long to wait before the next try: half a minute, then twice as long each time, at most an hour.</summary>
internal static class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <param name="attempts">Tries so far, at least 1.</param>
    public static TimeSpan After(int attempts) =>
        attempts > 7 ? Longest : TimeSpan.FromSeconds(Math.Min(15 * Math.Pow(2, attempts), Longest.TotalSeconds));
}
