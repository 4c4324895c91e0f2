using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Medway.LocalOffer.Messaging.Channels;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Messaging.Tests.Support;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Messaging.Tests.Channels;

/// <summary>Against a real mail server: smtp-server of npm, in Node, with a certificate of its own.</summary>
public sealed class SmtpTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("lo-smtp-").FullName;
    private Process server = null!;
    private X509Certificate2 certificate = null!;
    private int port;

    public async ValueTask InitializeAsync()
    {
        var source = Repository.At("tests/Modules/Messaging.Tests/Smtp");
        if (!Directory.Exists(Path.Combine(source, "node_modules")))
        {
            await RunAsync("npm", source, "ci", "--no-audit", "--no-fund");
        }

        var (key, cert) = MakeCertificate();
        var start = new ProcessStartInfo("node") { WorkingDirectory = source, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var word in new[] { "server.mjs", key, cert })
        {
            start.ArgumentList.Add(word);
        }

        server = Process.Start(start)!;
        port = (await ReadAsync()).GetProperty("port").GetInt32();

        // This one certificate is trusted, and no other: the framework has no other way to trust one certificate in one process.
#pragma warning disable SYSLIB0014
        ServicePointManager.ServerCertificateValidationCallback = (_, presented, _, _) => presented?.GetCertHashString() == certificate.GetCertHashString();
#pragma warning restore SYSLIB0014
    }

    public ValueTask DisposeAsync()
    {
#pragma warning disable SYSLIB0014
        ServicePointManager.ServerCertificateValidationCallback = null;
#pragma warning restore SYSLIB0014
        server.Kill();
        server.Dispose();
        certificate.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Send_OverStartTls_ArrivesOnce_WithItsHeaders()
    {
        var id = Guid.CreateVersion7();
        var result = await SendAsync("sam@example.org", id, new Rendered("Grüße at the club", "Hello\n\nWords."), new Uri("https://site.example/link/x/stop"));

        result.ShouldSatisfyAllConditions(r => r.Kind.ShouldBe(SendResultKind.Accepted), r => r.ProviderId.ShouldBe($"<{id}@example.org>"));
        var mail = await ReadAsync();
        mail.GetProperty("secure").GetBoolean().ShouldBeTrue();
        mail.GetProperty("to").EnumerateArray().Select(to => to.GetString()).ShouldBe(["sam@example.org"]);
        var text = mail.GetProperty("text").GetString()!;
        text.ShouldContain($"Message-ID: <{id}@example.org>");
        text.ShouldContain("List-Unsubscribe: <https://site.example/link/x/stop>");
        text.ShouldContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        text.ShouldNotContain("Bcc", Case.Insensitive);
    }

    [Theory]
    [InlineData("nobody@example.org", "Refused", "smtp_550")]
    [InlineData("full@example.org", "Busy", "smtp_452")]
    public async Task Send_Refused_SaysWhetherItIsForGood(string mailbox, string kind, string outcome)
    {
        var result = await SendAsync(mailbox, Guid.CreateVersion7(), new Rendered("Hello", "Words."), null);

        (result.Kind.ToString(), result.Outcome).ShouldBe((kind, outcome));
    }

    [Fact]
    public async Task Send_ToAServerThatWeDoNotTrust_OrThatIsNotThere_SendsNothing()
    {
#pragma warning disable SYSLIB0014
        ServicePointManager.ServerCertificateValidationCallback = null;
#pragma warning restore SYSLIB0014
        (await SendAsync("sam@example.org", Guid.CreateVersion7(), new Rendered("Hello", "Words."), null)).Kind.ShouldBe(SendResultKind.Busy);
        port = 1;
        (await SendAsync("sam@example.org", Guid.CreateVersion7(), new Rendered("Hello", "Words."), null)).Kind.ShouldBe(SendResultKind.Busy);
    }

    private Task<SendResult> SendAsync(string mailbox, Guid id, Rendered words, Uri? stopLink) => new SmtpProvider(new MessagingOptions
    {
        Email = "smtp",
        Smtp = new SmtpOptions { Host = "localhost", Port = port, UserName = "tests", Password = "secret", From = "offer@example.org", TimeoutSeconds = 20 },
    }).SendAsync(id, MessageChannel.Email, new Destination("", [mailbox], false), words, stopLink, Given.Now);

    private async Task<JsonElement> ReadAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Given.Now);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        return JsonSerializer.Deserialize<JsonElement>((await server.StandardOutput.ReadLineAsync(limit.Token))!);
    }

    private (string Key, string Certificate) MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(2));
        var (keyFile, certificateFile) = (Path.Combine(folder, "key.pem"), Path.Combine(folder, "cert.pem"));
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(certificateFile, certificate.ExportCertificatePem());
        return (keyFile, certificateFile);
    }

    private static async Task RunAsync(string program, string folder, params string[] words)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
    }
}
