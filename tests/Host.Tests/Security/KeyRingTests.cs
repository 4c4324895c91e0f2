using System.Net;
using System.Xml.Linq;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Host.Tests.Security;

/// <summary>The framework's key ring protects cookies and forms; sign-ins outlive a host and hold on every other.</summary>
public sealed class KeyRingTests(PostgresCluster cluster)
{
    private const string Form = "/staff/settings/site.sendiass-phone/change";
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

    /// <summary>Somebody's browser is sent to whichever host is free, in the middle of a form too.</summary>
    [Fact]
    [Proves("accounts")]
    public async Task SignIn_OnOneHost_HoldsOnAnotherAndAfterARestart_FormsToo()
    {
        await using var first = await StartAsync(null);
        var session = await first.SessionCookieAsAsync(Roles.LocalOfferOfficer);
        using var here = first.CreateClientWith(session);
        var form = await here.PageAsync(Form);
        form.Status.ShouldBe(HttpStatusCode.OK);
        var token = form.Response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-lo-af=", StringComparison.Ordinal)).Split(';')[0].Split('=', 2)[1];

        await using (var second = await StartAsync(first.ConnectionString))
        {
            using var there = second.CreateClientWith(session, new Cookie("__Host-lo-af", token, "/", "localhost") { Secure = true });
            (await there.PageAsync("/staff")).Status.ShouldBe(HttpStatusCode.OK);
            (await form.SubmitAsync(there, "main form[method=post]", ("Value", "01634 000777"), ("Reason", "Confirmed"))).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        await using var restarted = await StartAsync(first.ConnectionString);
        using var again = restarted.CreateClientWith(session);
        (await again.PageAsync("/staff")).Status.ShouldBe(HttpStatusCode.OK);
        using var nobody = restarted.CreateClient();
        (await nobody.PageAsync("/staff")).Status.ShouldBe(HttpStatusCode.Redirect, "the control");
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
