using System.Xml.Linq;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Host.Tests.Security;

/// <summary>The framework's key ring protects cookies and forms; sign-ins outlive a host and hold on every other.</summary>
public sealed class KeyRingTests(PostgresCluster cluster)
{
    private const string OtherMasterKey = "Vd8r0mXkQ2w7yJ5hZp1tLc9sNf3uGbE6aRiOKxTYoW4=";

    [Fact]
    [Proves("accounts")]
    public async Task Protect_OnOneHost_OpensOnAnotherAndAfterARestart()
    {
        await using var first = await StartAsync(null);
        var ticket = Protector(first).Protect("a sign-in");

        await using (var second = await StartAsync(first.ConnectionString))
        {
            Protector(second).Unprotect(ticket).ShouldBe("a sign-in");
        }

        await using var restarted = await StartAsync(first.ConnectionString);
        Protector(restarted).Unprotect(ticket).ShouldBe("a sign-in");

        // Somebody with a copy of the database and no master key.
        await using var thief = await StartAsync(first.ConnectionString, OtherMasterKey);
        Should.Throw<Exception>(() => Protector(thief).Unprotect(ticket));
    }

    [Fact]
    [Proves("accounts")]
    public async Task Rows_HoldNoPlainKey_AndThePublicLoginReadsNone()
    {
        await using var app = await StartAsync(null);
        Protector(app).Protect("a sign-in");
        var databases = app.Services.GetRequiredService<Databases>();

        var xml = (string)(await AskAsync(databases, DatabaseLogin.Private))!;
        var secret = app.Services.GetRequiredService<IKeyManager>().GetAllKeys().ShouldHaveSingleItem().Descriptor.ExportToXml()
            .SerializedDescriptorElement.Descendants("masterKey").Single().Value.Trim();

        Convert.FromBase64String(secret).Length.ShouldBeGreaterThanOrEqualTo(32);
        xml.ShouldNotContain(secret);
        XElement.Parse(xml).Descendants("masterKey").ShouldBeEmpty();
        XElement.Parse(xml).Descendants("encryptedKey").ShouldHaveSingleItem();
        (await Should.ThrowAsync<PostgresException>(() => AskAsync(databases, DatabaseLogin.Public))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private static IDataProtector Protector(App app) => app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("sign-in");

    private static async Task<object?> AskAsync(Databases databases, DatabaseLogin login)
    {
        await using var command = databases.For(login).CreateCommand("select xml from platform.data_protection_keys order by id desc limit 1");
        return await command.ExecuteScalarAsync();
    }

    private async Task<App> StartAsync(string? connectionString, string? masterKey = null)
    {
        var app = new App(cluster) { ConnectionString = connectionString };
        app.Settings["Protection:MasterKey"] = masterKey ?? PostgresCluster.MasterKey;
        await app.InitializeAsync();
        return app;
    }
}
