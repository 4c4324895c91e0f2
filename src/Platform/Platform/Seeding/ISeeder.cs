namespace Medway.LocalOffer.Platform.Seeding;

/// <summary>Which folder of <c>seeds/</c> a seeder reads.</summary>
public enum SeedSet
{
    /// <summary>Always: places, calendars, reference lists, real services.</summary>
    Reference,

    /// <summary>Development only: plainly made-up people and what they did.</summary>
    Demo,

    /// <summary>One of everything, for tests.</summary>
    Test,
}

/// <summary>
/// Loads data by its natural key: running it twice changes nothing, and what staff have changed since stays as they left it.
/// </summary>
public interface ISeeder
{
    SeedSet Set { get; }

    /// <summary>Lower runs first; seeders with the same number run in the order of the modules.</summary>
    int Order => 0;

    Task SeedAsync(CancellationToken cancellationToken);
}
