using System.Diagnostics;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests.Starting;

/// <summary>The real program in a process of its own: it refuses to start before it touches a database.</summary>
public sealed class MasterKeyTests
{
    [Theory]
    [InlineData("", "There is no master key")]
    [InlineData("short", "not 32 bytes")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "too weak")]
    [Proves("accounts")]
    public async Task Start_WithoutAGoodMasterKey_SaysSoAndEnds(string key, string problem)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ConnectionStrings__LocalOffer"] = "Host=/nowhere;Database=none;Username=owner",
                ["Protection__MasterKey"] = key,
                ["Protection__MasterKeyFile"] = "",
            },
        };
        using var site = Process.Start(start)!;
        var said = await site.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await site.WaitForExitAsync(TestContext.Current.CancellationToken);

        site.ExitCode.ShouldBe(1);
        said.ShouldContain(problem);
        said.ShouldContain("openssl rand -base64 32");
        said.ShouldNotContain("   at ");
        if (key.Length > 0)
        {
            said.ShouldNotContain(key);
        }
    }
}
