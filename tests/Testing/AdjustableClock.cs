namespace Medway.LocalOffer.Testing;

/// <summary>The host's clock in a test: the real one until a test says what time it is.</summary>
public sealed class AdjustableClock : TimeProvider
{
    private long standsAtTicks;

    public override DateTimeOffset GetUtcNow()
    {
        var ticks = Interlocked.Read(ref standsAtTicks);
        return ticks == 0 ? System.GetUtcNow() : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <summary>Stops the clock at an instant.</summary>
    public void StandAt(DateTimeOffset instant) => Interlocked.Exchange(ref standsAtTicks, instant.UtcTicks);

    /// <summary>Moves a clock that stands, or stops it that much from now.</summary>
    public void Move(TimeSpan by) => StandAt(GetUtcNow() + by);

    public void Run() => Interlocked.Exchange(ref standsAtTicks, 0);
}
