using System.Diagnostics;
using System.Globalization;

namespace Medway.LocalOffer.Testing;

/// <summary>Real time and what a test adds to it, read from a file that processes share.</summary>
public sealed class SharedClock(string file) : TimeProvider
{
    private long offset;
    private long readAt;

    public override DateTimeOffset GetUtcNow()
    {
        if (Stopwatch.GetElapsedTime(Interlocked.Read(ref readAt)) > TimeSpan.FromMilliseconds(50))
        {
            Interlocked.Exchange(ref readAt, Stopwatch.GetTimestamp());
            if (long.TryParse(File.ReadAllText(file), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ticks))
            {
                Interlocked.Exchange(ref offset, ticks);
            }
        }

        return System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offset));
    }

    /// <summary>In one step, so that nobody reads half a number.</summary>
    public static void Write(string file, TimeSpan offset)
    {
        File.WriteAllText(file + ".new", offset.Ticks.ToString(CultureInfo.InvariantCulture));
        File.Move(file + ".new", file, overwrite: true);
    }
}
