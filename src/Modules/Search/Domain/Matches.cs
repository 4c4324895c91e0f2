using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Search.Domain;

/// <summary>Which match, and the version of its card.</summary>
internal readonly record struct CardKey(Guid Id, uint Version);

/// <summary>
/// Everything that matched the words and the age, as numbers, each kind in the statement's order. Choices, counts and order are worked out
/// here and nowhere else.
/// </summary>
internal sealed class Matches
{
    /// <summary>Help that needs no journey stands among the places this many miles away, so that it neither leads nor is lost.</summary>
    public const double MilesOfEverywhere = 3;

    /// <summary>What a statement sends of each match: id, facets, order among equals.</summary>
    private const int Sent = 16 + sizeof(long) + sizeof(long);

    /// <summary>A place that nobody has told us comes after all others.</summary>
    private const double MilesUnknown = 9_999;

    /// <summary>From this score on the exact title was typed, or staff want it first: before anything near.</summary>
    private const float ExactTitle = 10;

    private readonly byte[] sent;
    private readonly byte[] versions;
    private readonly float[] scores;
    private readonly double[] miles;
    private readonly int[] days;

    /// <param name="sent">See <c>search.rows.sent</c>.</param>
    /// <param name="versions">Four bytes each.</param>
    /// <param name="scores">Four bytes each.</param>
    /// <param name="miles">Eight bytes each, "not a number" where there is no place; null without a "near".</param>
    /// <param name="days">Four bytes each, the largest number where there is none; null when the order does not ask.</param>
    public Matches(byte[] sent, byte[] versions, byte[] scores, byte[]? miles, byte[]? days)
    {
        this.sent = sent;
        this.versions = versions;
        this.scores = MemoryMarshal.Cast<int, float>(Numbers<int>(scores, BinaryPrimitives.ReverseEndianness)).ToArray();
        this.miles = MemoryMarshal.Cast<long, double>(Numbers<long>(miles ?? [], BinaryPrimitives.ReverseEndianness)).ToArray();
        this.days = Numbers<int>(days ?? [], BinaryPrimitives.ReverseEndianness);
        Facets = new long[sent.Length / Sent];
        for (var i = 0; i < Facets.Length; i++)
        {
            Facets[i] = BinaryPrimitives.ReadInt64BigEndian(sent.AsSpan((i * Sent) + 16));
        }
    }

    private delegate void Reverse<T>(ReadOnlySpan<T> source, Span<T> destination);

    /// <summary>Facet numbers, before any choice but the age.</summary>
    public long[] Facets { get; }

    public CardKey KeyOf(int match) =>
        new(new Guid(IdOf(match), bigEndian: true), BinaryPrimitives.ReadUInt32BigEndian(versions.AsSpan(match * sizeof(uint))));

    /// <summary>To the nearest of its places; null without a "near", or when it has no place.</summary>
    public double? MilesOf(int match) => miles.Length == 0 || double.IsNaN(miles[match]) ? null : miles[match];

    /// <summary>The matches that the choices allow, in order, as many as a page holds. Only as many as stand until this page are put in order.</summary>
    public int[] Page(SearchChoices choices, SortBy sort, int page, int size)
    {
        var until = page * size;
        PriorityQueue<int, Place> best = new(Comparer<Place>.Create((one, other) => Compare(other, one)));
        for (var match = 0; match < Facets.Length; match++)
        {
            if (!choices.Allow(Facets[match]))
            {
                continue;
            }

            if (best.Count < until)
            {
                best.Enqueue(match, PlaceOf(match, choices, sort));
            }
            else
            {
                best.EnqueueDequeue(match, PlaceOf(match, choices, sort));
            }
        }

        var ordered = new int[best.Count];
        for (var at = ordered.Length - 1; at >= 0; at--)
        {
            ordered[at] = best.Dequeue();
        }

        return ordered[Math.Min(until - size, ordered.Length)..];
    }

    private Place PlaceOf(int match, SearchChoices choices, SortBy sort)
    {
        var (first, second) = sort switch
        {
            SortBy.Nearest when miles.Length > 0 => (Journey(match) - (scores[match] < ExactTitle ? 0 : 2 * MilesUnknown), 0d),
            SortBy.Soonest => (days[match], 0d),
            _ => (0d, miles.Length > 0 ? MilesOf(match) ?? MilesUnknown : 0),
        };
        return new Place(
            !choices.IsAny && choices.OnlyMayFit(Facets[match]), first, scores[match], second,
            BinaryPrimitives.ReadInt64BigEndian(sent.AsSpan((match * Sent) + 24)), match);
    }

    private double Journey(int match) => (Facets[match] & (Platform.Search.Facets.Everywhere | Platform.Search.Facets.Page)) != 0
        ? Math.Min(MilesOf(match) ?? MilesOfEverywhere, MilesOfEverywhere)
        : MilesOf(match) ?? MilesUnknown;

    private int Compare(Place one, Place other)
    {
        var order = one.MayFit.CompareTo(other.MayFit);
        order = order != 0 ? order : one.First.CompareTo(other.First);
        order = order != 0 ? order : other.Score.CompareTo(one.Score);
        order = order != 0 ? order : one.Second.CompareTo(other.Second);
        order = order != 0 ? order : one.SortKey.CompareTo(other.SortKey);
        return order != 0 ? order : IdOf(one.Match).SequenceCompareTo(IdOf(other.Match));
    }

    private ReadOnlySpan<byte> IdOf(int match) => sent.AsSpan(match * Sent, 16);

    private static T[] Numbers<T>(byte[] sent, Reverse<T> reverse)
        where T : unmanaged
    {
        var source = MemoryMarshal.Cast<byte, T>(sent);
        var numbers = new T[source.Length];
        reverse(source, numbers);
        return numbers;
    }

    /// <param name="MayFit">Comes last: let through because nobody has told us.</param>
    /// <param name="SortKey">Order among equals: what staff lift, then the title.</param>
    private readonly record struct Place(bool MayFit, double First, float Score, double Second, long SortKey, int Match);
}
