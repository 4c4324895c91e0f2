using System.Text;
using Medway.LocalOffer.Platform.Postgres;
using Medway.LocalOffer.Testing;
using Npgsql;

namespace Medway.LocalOffer.Platform.Tests.Protection;

public sealed class DataFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateDirectory(Path.Combine("/tmp", $"lo-files-{Guid.CreateVersion7():n}")).FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Heap, indexes, write-ahead log and the server's log, as a thief would copy them from a server that has stopped.</summary>
    [Fact]
    [Proves("accounts")]
    public async Task Files_OfAStoppedServer_HoldNoPersonalSpecialOrSafetyValue()
    {
        string files;
        await using (var postgres = await LocalPostgres.StartAsync(folder, new LocalPostgresOptions(), TestContext.Current.CancellationToken))
        {
            await using (var prepared = await SecretsModule.PrepareAsync(postgres.ConnectionString))
            await using (var host = prepared.Host())
            {
                await host.KeepAsync(new Secret
                {
                    Shown = "PublicPeriwinkle",
                    Worker = "StaffSnowdrop",
                    Name = "PersonalPrimrose",
                    Born = new DateOnly(2013, 11, 17),
                    Need = MadeUpNeed.QuiteALongNameForANeed,
                    Hidden = "SafetySunflower",
                });
                await host.SqlAsync("update secrets.secrets set shown = shown");
                await host.SqlAsync("checkpoint");
                (await host.ReadAsync()).ShouldHaveSingleItem().Name.ShouldBe("PersonalPrimrose");
                files = await prepared.AskAsync<string>("show data_directory");
            }

            NpgsqlConnection.ClearAllPools();
        }

        Holding(files, "PublicPeriwinkle").Count.ShouldBeGreaterThan(1);
        Holding(files, "StaffSnowdrop").ShouldNotBeEmpty();
        foreach (var secret in (string[])["PersonalPrimrose", "2013-11-17", "QuiteALongNameForANeed", "quite_a_long_name_for_a_need", "SafetySunflower", PostgresCluster.MasterKey])
        {
            Holding(files, secret).ShouldBeEmpty(secret);
        }
    }

    private static List<string> Holding(string files, string text) =>
    [
        .. Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories)
            .Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0),
    ];
}
