namespace Medway.LocalOffer.Messaging.Domain;

/// <summary>
/// How often, and when again. Three budgets that do not eat each other: a provider that is busy, our own faults, and a gate that does not answer.
/// </summary>
internal static class Retries
{
    /// <summary>Of a provider that cannot just now; about half a day.</summary>
    public const int Tries = 14;

    /// <summary>Of our own faults: after these somebody sees it, within five minutes.</summary>
    public const int Faults = 3;

    /// <summary>After an answer that did not come, the provider is asked what it knows, and not before.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(60);

    /// <summary>A message that the gate could not answer for is asked about again.</summary>
    public static readonly TimeSpan GateAgain = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstFault = TimeSpan.FromSeconds(20);

    /// <summary>Half a minute, then twice as long each time, at most an hour, with up to a fifth more so that many do not come back at once.</summary>
    /// <param name="tries">So far, at least 1.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan After(int tries, double chance) => Doubled(First, tries) * (1 + (chance / 5));

    /// <summary>20, 40 and 80 seconds.</summary>
    public static TimeSpan AfterFault(int faults) => Doubled(FirstFault, faults);

    private static TimeSpan Doubled(TimeSpan first, int times) =>
        times > 12 ? Longest : TimeSpan.FromTicks(Math.Min(first.Ticks << (times - 1), Longest.Ticks));
}
