using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Accounts.Seeding;
using Medway.LocalOffer.Platform.CommandLine;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Accounts.Tests.Features;

[Proves("accounts")]
public sealed class FirstAccountsTests(PostgresCluster cluster)
{
    [Fact]
    public async Task CreateAdmin_PrintsALinkOnce_AndRefusesWhenThereIsOne()
    {
        await using var app = new App(cluster);
        await app.InitializeAsync();

        var (status, said) = await RunAsync(app, "create-admin", "first@example.org");
        status.ShouldBe(0);
        var link = new Uri(said.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal))).AbsolutePath;
        using var client = app.CreateClientWith();
        var chosen = await (await client.PageAsync(link + "/password")).SubmitAsync(
            client, "main form", ("Password", "a quiet river in november"), ("RepeatedPassword", "a quiet river in november"));

        chosen.Response.Headers.Location!.ToString().ShouldBe(Given.Me);
        (await client.PageAsync("/staff/accounts")).Response.Headers.Location!.ToString().ShouldStartWith("/staff/sign-in/set-up");
        (await RunAsync(app, "create-admin", "second@example.org")).Status.ShouldBe(1);
        (await RunAsync(app, "create-admin", "second@example.org", "--another")).Status.ShouldBe(0);
        (await RunAsync(app, "create-admin")).Status.ShouldBe(2);
    }

    [Fact]
    public async Task DemoAccounts_OutsideDevelopment_AreNotMade_AndNoCodeIsPrinted()
    {
        await using var app = new App(cluster);
        await app.InitializeAsync();
        await app.Services.GetRequiredService<Seeder>().RunAsync(SeedSet.Demo, Given.Now);
        var someone = await app.SomeoneAsync();

        (await app.AskAsync(context => context.Users.CountAsync(Given.Now))).ShouldBe(1);
        (await RunAsync(app, "code", someone.Email)).Status.ShouldBe(1);
    }

    [Fact]
    public async Task DemoAccounts_InDevelopment_AreOneARole_AndAreMadeAnewWhenTheFileIsGone()
    {
        var folder = Directory.CreateTempSubdirectory("lo-demo");
        await using var app = new DevelopmentApp(cluster);
        app.Settings["LOCALOFFER_DATA"] = folder.FullName;
        await app.InitializeAsync();
        var file = Path.Combine(folder.FullName, DemoAccounts.FileName);

        await SeedAsync(app);
        var first = await File.ReadAllTextAsync(file, Given.Now);
        await SeedAsync(app);
        (await File.ReadAllTextAsync(file, Given.Now)).ShouldBe(first);
        (OperatingSystem.IsWindows() ? "not asked" : File.GetUnixFileMode(file).ToString()).ShouldBeOneOf("not asked", (UnixFileMode.UserRead | UnixFileMode.UserWrite).ToString());
        var roles = await app.AskAsync(context => context.Grants.Select(grant => grant.Role).ToListAsync(Given.Now));
        roles.Order().ShouldBe(Roles.OfStaff.Append(Roles.Provider).Order());

        File.Delete(file);
        await SeedAsync(app);
        (await File.ReadAllTextAsync(file, Given.Now)).ShouldNotBe(first);
        (await app.AskAsync(context => context.Users.CountAsync(Given.Now))).ShouldBe(roles.Count);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Totp_IsTheStandards()
    {
        // RFC 6238, appendix B, SHA-1, the last six of eight digits; the key is "12345678901234567890".
        const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

        Totp.CodeAt(Key, DateTimeOffset.FromUnixTimeSeconds(59)).ShouldBe("287082");
        Totp.CodeAt(Key, DateTimeOffset.FromUnixTimeSeconds(1111111109)).ShouldBe("081804");
        Totp.CodeAt(Key, DateTimeOffset.FromUnixTimeSeconds(20000000000)).ShouldBe("353130");
    }

    private static async Task SeedAsync(App app)
    {
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<DemoAccounts>().SeedAsync(Given.Now);
    }

    private static async Task<(int Status, string Said)> RunAsync(App app, string verb, params string[] words)
    {
        await using var scope = app.Scope();
        await using var said = new StringWriter();
        var found = scope.ServiceProvider.GetServices<ICommandLineVerb>().Single(known => known.Verb == verb);
        var status = await found.RunAsync(words, said, said, Given.Now);
        return (status, said.ToString());
    }

    private sealed class DevelopmentApp(PostgresCluster cluster) : App(cluster)
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Development");
        }
    }
}
