using Medway.LocalOffer.Listings.Data;

namespace Medway.LocalOffer.Listings.Features.ImportFeed;

/// <summary>For which ages a service of a feed is: in version 3.0 of the service itself, in 1.0 of the first row of who is eligible.</summary>
internal static class FeedAges
{
    public static (short? From, short? To) Read(FeedValues values)
    {
        var row = values.List("eligibilitys").FirstOrDefault();
        var from = Age(values, "minimum_age") ?? (row is null ? null : Age(row, "minimum_age"));
        var to = Age(values, "maximum_age") ?? (row is null ? null : Age(row, "maximum_age"));
        if (from > Limits.OldestAge)
        {
            values.Problem("minimum_age", "It is for people older than 25. This directory is for children and young people.");
            return (null, null);
        }

        if (from > to)
        {
            values.Note("maximum_age", "The oldest age is below the youngest. Both were left out.");
            return (null, null);
        }

        // Nought to a hundred and twenty is how other directories write "no limit".
        return ((short?)from, to > Limits.OldestAge ? null : (short?)to);
    }

    private static int? Age(FeedValues values, string name)
    {
        if (values.Number(name) is not { } age)
        {
            return null;
        }

        if (age is >= 0 and <= 200)
        {
            return (int)age;
        }

        values.Note(name, "Nobody has this age. It was left out.");
        return null;
    }
}
