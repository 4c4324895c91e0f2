using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing;

public static class MadePreferences
{
    /// <summary>What somebody who has said nothing yet would like from now on.</summary>
    public static async Task LikesAsync(this App app, Preferences preferences)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var context = scope.ServiceProvider.GetRequiredService<PeopleDbContext>();
        context.Add(new PreferencesRecord
        {
            PersonId = preferences.PersonId,
            Channel = preferences.Channel,
            Language = preferences.Language,
            Format = preferences.Format,
            Earliest = preferences.Earliest,
            Latest = preferences.Latest,
            AnyDay = preferences.AnyDay,
            CallFirst = preferences.CallFirst,
            ChangedAt = app.Clock.GetUtcNow(),
        });
        await context.SaveChangesAsync();
    }
}
