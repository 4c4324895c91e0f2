namespace Medway.LocalOffer.Search.Features.FindHelp;

/// <summary>Remembers of the last addresses that they were asked for: by a number that cannot be turned back, in a fixed piece of memory.</summary>
internal sealed class SearchesOnce
{
    private const int Places = 1 << 16;

    private readonly int[] seen = new int[Places];

    /// <returns>False the first time, and again after many others.</returns>
    public bool HasSeen(string address)
    {
        // Seeded anew for each process, so nobody can aim at a place.
        var number = address.GetHashCode(StringComparison.Ordinal);
        return Interlocked.Exchange(ref seen[(uint)number % Places], number) == number;
    }
}
