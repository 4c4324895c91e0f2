using System.Security.Cryptography;
using System.Text;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.Configuration;

namespace Medway.LocalOffer.Platform.Tests.Protection;

public sealed class MasterKeyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lo-keys-").FullName;

    public static TheoryData<string?, string> Weak => new()
    {
        { null, "There is no master key" },
        { "  ", "There is no master key" },
        { "not base64 at all!", "not 32 bytes" },
        { Convert.ToBase64String(RandomNumberGenerator.GetBytes(31)), "not 32 bytes" },
        { Convert.ToBase64String(RandomNumberGenerator.GetBytes(33)), "not 32 bytes" },
        { Convert.ToBase64String(new byte[32]), "too weak" },
        { Convert.ToBase64String([.. Enumerable.Repeat((byte)0xA7, 32)]), "too weak" },
        { Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)(i % 16 * 13))]), "too weak" },
        { Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)i)]), "too weak" },
        { Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)(255 - (7 * i)))]), "too weak" },
        { Convert.ToBase64String("Qz7!kdLw0pMx9#vRt4Yb2$Nf6^Hc8&Jg"u8), "too weak" },
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Weak))]
    [Proves("accounts")]
    public void Read_MissingOrWeak_SaysWhatToDo(string? key, string problem)
    {
        var refusal = Should.Throw<ProtectionException>(() => MasterKey.Read(Configuration(("MasterKey", key))));

        refusal.Message.ShouldContain(problem);
        refusal.Message.ShouldContain("openssl rand -base64 32");
        if (key?.Trim().Length > 0)
        {
            refusal.Message.ShouldNotContain(key);
            Should.Throw<ProtectionException>(() => MasterKey.ReadOld(Configuration(("OldMasterKeys:0", key))));
        }
    }

    [Fact]
    public void Read_RandomKeys_AreTaken()
    {
        for (var i = 0; i < 10_000; i++)
        {
            MasterKey.Read(Configuration(("MasterKey", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)))));
        }
    }

    [Fact]
    public void Read_FileThatIsMissing_NamesIt() => Should.Throw<ProtectionException>(() => MasterKey.Read(Configuration(("MasterKeyFile", Path.Combine(folder, "lost.key")))))
        .Message.ShouldContain("lost.key");

    [Fact]
    public void CreateIfMissing_SeveralAtOnce_OneKeyThatOnlyItsOwnerReads()
    {
        var path = Path.Combine(folder, "keys", "master.key");
        Parallel.For(0, 8, _ => MasterKey.CreateIfMissing(path));
        var key = File.ReadAllText(path);
        MasterKey.CreateIfMissing(path);

        File.ReadAllText(path).ShouldBe(key);
        Directory.EnumerateFiles(Path.GetDirectoryName(path)!).ShouldHaveSingleItem();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        MasterKey.Read(Configuration(("MasterKeyFile", path))).Derive("x").ShouldBe(MasterKey.Read(Configuration(("MasterKey", key))).Derive("x"));
    }

    private static IConfiguration Configuration(params (string Name, string? Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(value => new KeyValuePair<string, string?>("Protection:" + value.Name, value.Value)))
        .Build();
}
