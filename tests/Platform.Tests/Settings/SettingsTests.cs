using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Reader = Medway.LocalOffer.Platform.Settings.Settings;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class SettingsTests(PostgresCluster cluster)
{
    [Fact]
    public async Task Get_NeverSet_GivesTheDefaultAndAsksTheCouncil()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await using var scope = app.Scope();
        var settings = scope.ServiceProvider.GetRequiredService<Reader>();

        settings.Get(ThingSettings.Limit).ShouldBe(5);
        settings.Words(ThingSettings.Phone).ShouldBe("ask the council");
        settings.ToConfirm().ShouldBe([ThingSettings.Phone]);
    }

    [Fact]
    public async Task Set_NewValue_IsReadAuditedAndConfirmed()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await SetAsync(app, ThingSettings.Limit, 7);
        await SetAsync(app, ThingSettings.Phone, "01632 960001");
        await SetAsync(app, ThingSettings.Phone, "01632 960001");

        await using var scope = app.Scope();
        var settings = scope.ServiceProvider.GetRequiredService<Reader>();
        settings.Get(ThingSettings.Limit).ShouldBe(7);
        settings.Words(ThingSettings.Phone).ShouldBe("01632 960001");
        settings.ToConfirm().ShouldBeEmpty();
        (await app.AskAsync<string>("select string_agg(concat_ws(' ', name, changes #>> '{0,field}', changes #>> '{0,before}', changes #>> '{0,after}'), '; ' order by changes::text) from platform.audit_entries"))
            .ShouldBe("platform.setting-changed things.limit 5 7; platform.setting-changed things.phone null \"01632 960001\"");
    }

    [Fact]
    public async Task Set_RolledBack_KeepsTheOldValue()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await SetAsync(app, ThingSettings.Limit, 7);
        using (OneTransaction.Begin())
        {
            await SetAsync(app, ThingSettings.Limit, 8);
        }

        await using var scope = app.Scope();
        scope.ServiceProvider.GetRequiredService<Reader>().Get(ThingSettings.Limit).ShouldBe(7);
    }

    [Fact]
    public async Task Get_PublicLogin_ReadsPublicSettingsOnly()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await SetAsync(app, ThingSettings.Limit, 7);
        await SetAsync(app, ThingSettings.Phone, "01632 960001");

        await using var scope = app.Scope(DatabaseLogin.Public);
        var settings = scope.ServiceProvider.GetRequiredService<Reader>();
        settings.Get(ThingSettings.Phone).ShouldBe("01632 960001");
        Should.Throw<InvalidOperationException>(() => settings.Get(ThingSettings.Limit));
        (await app.AskAsync<string>("select string_agg(name, ' ') from platform.public_settings", DatabaseLogin.Public)).ShouldBe("things.phone");
        (await Should.ThrowAsync<PostgresException>(() => app.AskAsync<long>("select count(*) from platform.settings", DatabaseLogin.Public)))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Get_InsideATransaction_LoadsApartFromIt()
    {
        await using var app = await TestApp.StartAsync(cluster);
        using var transaction = OneTransaction.Begin();
        await app.SaveAsync((_, context) => context.Add(new Thing { Name = "a" }));
        await using var scope = app.Scope();

        scope.ServiceProvider.GetRequiredService<Reader>().Get(ThingSettings.Limit).ShouldBe(5);

        transaction.Complete();
    }

    [Fact]
    public async Task VisibilitySeeder_SettingMadePrivate_TakesItFromThePublicLogin()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await SetAsync(app, ThingSettings.Limit, 7);
        await SetAsync(app, ThingSettings.Phone, "01632 960001");
        await app.SqlAsync("update platform.settings set is_public = not is_public");

        await app.Get<Seeder>().RunAsync(SeedSet.Reference, TestContext.Current.CancellationToken);

        (await app.AskAsync<string>("select string_agg(name, ' ') from platform.public_settings")).ShouldBe("things.phone");
    }

    [Fact]
    public void Registry_TwoSettingsOfOneName_Refuses() =>
        Should.Throw<InvalidOperationException>(() => new SettingsRegistry([new Setting<int>("a.b", 1, "One."), new Setting<int>("a.b", 2, "Two.")]));

    private static async Task SetAsync<T>(TestApp app, Setting<T> setting, T value)
    {
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<SettingsWriter>().SetAsync(setting, value);
    }
}
