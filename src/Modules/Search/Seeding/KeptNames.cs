using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Search.Domain;

namespace Medway.LocalOffer.Search.Seeding;

/// <summary>Names of people, from a file: a search that holds one is not counted by its words.</summary>
internal static class KeptNames
{
    public static KeptWords Read(SeedFiles files) =>
        new(files.Rows(SeedSet.Reference, "search/names.csv", "name").Select(row => row["name"]).ToHashSet(StringComparer.Ordinal));
}
