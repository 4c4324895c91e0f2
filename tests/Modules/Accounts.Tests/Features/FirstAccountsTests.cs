using System.Net;
using System.Text.Json;
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
    public async Task DemoAccounts_SignInWithWhatTheFileSays_AndTheCodeThatTheCommandLinePrints()
    {
        var folder = Directory.CreateTempSubdirectory("lo-demo");
        await using var app = new DevelopmentApp(cluster);
        app.Settings["LOCALOFFER_DATA"] = folder.FullName;
        await app.InitializeAsync();
        await SeedAsync(app);
        var accounts = JsonSerializer.Deserialize<List<Dictionary<string, string>>>(await File.ReadAllTextAsync(Path.Combine(folder.FullName, DemoAccounts.FileName), Given.Now))!;
        folder.Delete(recursive: true);
        accounts.ShouldAllBe(account => account.Keys.Order().SequenceEqual(new[] { "email", "password", "role", "totpSecret" }));
        accounts.Select(account => account["password"]).Distinct().Count().ShouldBe(accounts.Count, "no password is a default");
        app.Clock.StandAt(app.Clock.GetUtcNow());

        var lead = accounts.Single(account => account["role"] == Roles.DutyLead);
        using var client = app.CreateClientWith();
        (await client.PasswordAsync(lead["email"], lead["password"])).Status.ShouldBe(HttpStatusCode.Redirect);
        var (status, said) = await RunAsync(app, "code", lead["email"]);
        status.ShouldBe(0);
        said.Trim().ShouldBe(Totp.CodeAt(lead["totpSecret"], app.Clock.GetUtcNow()));
        (await client.CodeAsync(said.Trim())).Status.ShouldBe(HttpStatusCode.Redirect);
        (await client.PageAsync("/staff")).Heading.ShouldBe("My work");
        (await RunAsync(app, "code", "nobody@example.org")).Status.ShouldBe(1);

        // The same database, served for real: the row is there, and is nobody.
        await using var real = new App(cluster) { ConnectionString = app.ConnectionString };
        await real.InitializeAsync();
        using var stranger = real.CreateClientWith();
        var refused = await stranger.PasswordAsync(lead["email"], lead["password"]);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".summary li").TextContent.Trim().ShouldBe(Medway.LocalOffer.Accounts.Features.SignIn.IndexModel.Refusal);
    }

    [Fact]
    public async Task Demo_ShowsWhoeverLooksAfterAccess_SomethingToDo_Once()
    {
        var folder = Directory.CreateTempSubdirectory("lo-demo");
        await using var app = new DevelopmentApp(cluster);
        app.Settings["LOCALOFFER_DATA"] = folder.FullName;
        await app.InitializeAsync();
        await app.Services.GetRequiredService<Seeder>().RunAsync(SeedSet.Demo, Given.Now);
        await using (var scope = app.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<DemoAccess>().SeedAsync(Given.Now);
        }

        folder.Delete(recursive: true);
        (await app.AskAsync(context => context.BreakGlasses.CountAsync(Given.Now))).ShouldBe(1);
        (await app.AskAsync(context => context.JoinRequests.CountAsync(Given.Now))).ShouldBe(1);
        foreach (var (role, address) in new[] { (Roles.DutyLead, "/staff/break-glass/"), (Roles.DataProtectionOfficer, "/staff/given-roles/"), (Roles.RegisterOfficer, "/staff/join-requests/") })
        {
            using var client = await app.SignInAsAsync(role);
            var link = (await client.PageAsync("/staff")).One($"main a[href^='{address}']").GetAttribute("href")!;
            (await client.PageAsync(link)).Status.ShouldBe(HttpStatusCode.OK, role);
        }
    }

    [Fact]
    public async Task Invite_InDevelopment_PrintsALinkThatSendsACode()
    {
        await using var app = new DevelopmentApp(cluster) { WithFamilies = true };
        await app.InitializeAsync();

        var (status, said) = await RunAsync(app, "invite", "family-01-parent-1");

        status.ShouldBe(0, said);
        var link = new Uri(said.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal))).AbsolutePath;
        using var client = app.CreateClient();
        (await (await client.PageAsync(link)).SubmitAsync(client, "main form")).Response.Headers.Location!.ToString().ShouldStartWith("/my/sign-in/code");
        (await RunAsync(app, "invite", "nobody-of-that-name")).Status.ShouldBe(1);
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
