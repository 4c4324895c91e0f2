using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Medway.LocalOffer.Platform.Files;
using Microsoft.Extensions.Logging.Abstractions;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class FileTypesTests
{
    [Theory]
    [InlineData("255044462D312E37", "application/pdf")]
    [InlineData("89504E470D0A1A0A00000000", "image/png")]
    [InlineData("FFD8FFE000104A464946", "image/jpeg")]
    [InlineData("474946383961", "image/gif")]
    [InlineData("524946460000000057454250", "image/webp")]
    [InlineData("524946460000000057415645", null)]
    [InlineData("49443304000000000000", "audio/mpeg")]
    [InlineData("FFFB9064", "audio/mpeg")]
    [InlineData("FFF19064", null)]
    [InlineData("57656C636F6D6521", "text/plain")]
    [InlineData("C3A9", "text/plain")]
    [InlineData("C328", null)]
    [InlineData("4D5A9000", null)]
    [InlineData("504B030400", null)]
    [InlineData("EFBBBF203C68746D6C3E", null)]
    public void Sniff_Bytes_SayWhatItIs(string hex, string? expected) => TypeOf(Convert.FromHexString(hex)).ShouldBe(expected);

    [Theory]
    [InlineData("word/document.xml", "", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("xl/workbook.xml", "", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("ppt/presentation.xml", "", "application/vnd.openxmlformats-officedocument.presentationml.presentation")]
    [InlineData("mimetype", "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text")]
    [InlineData("mimetype", "application/epub+zip", null)]
    [InlineData("readme.txt", "", null)]
    public void Sniff_Zip_IsLookedInto(string entry, string content, string? expected)
    {
        TypeOf(Zip((entry, content))).ShouldBe(expected);
        TypeOf(Zip((entry, content), ("word/vbaProject.bin", "x"))).ShouldBeNull();
    }

    [Theory]
    [InlineData("stream: OK", ScanResult.Clean)]
    [InlineData("stream: Win.Test.EICAR_HDB-1 FOUND", ScanResult.Harmful)]
    [InlineData("INSTREAM size limit exceeded. ERROR", ScanResult.NotDone)]
    [InlineData("", ScanResult.NotDone)]
    public async Task ClamScanner_Answer_IsUnderstood_AndSilenceIsNoYes(string answer, ScanResult expected)
    {
        using var daemon = new TcpListener(IPAddress.Loopback, 0);
        daemon.Start();
        var content = new byte[150_000];
        Random.Shared.NextBytes(content);
        var serving = ServeAsync(daemon, answer);

        var result = await Scanner(((IPEndPoint)daemon.LocalEndpoint).Port).ScanAsync(new MemoryStream(content), TestContext.Current.CancellationToken);

        result.ShouldBe(expected);
        (await serving).ShouldBe(content);
    }

    [Fact]
    public async Task ClamScanner_NobodyThere_IsNotDone()
    {
        using var daemon = new TcpListener(IPAddress.Loopback, 0);
        daemon.Start();
        var port = ((IPEndPoint)daemon.LocalEndpoint).Port;
        daemon.Stop();

        (await Scanner(port).ScanAsync(new MemoryStream([1]), TestContext.Current.CancellationToken)).ShouldBe(ScanResult.NotDone);
    }

    private static ClamScanner Scanner(int port) => new("127.0.0.1", port, NullLogger<ClamScanner>.Instance);

    /// <summary>What ClamAV's daemon does with INSTREAM; gives back what it was sent.</summary>
    private static async Task<byte[]> ServeAsync(TcpListener daemon, string answer)
    {
        using var client = await daemon.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var wire = client.GetStream();
        var command = new byte[10];
        await wire.ReadExactlyAsync(command, TestContext.Current.CancellationToken);
        Encoding.ASCII.GetString(command).ShouldBe("zINSTREAM\0");
        using var heard = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await wire.ReadExactlyAsync(length, TestContext.Current.CancellationToken);
            var piece = new byte[System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(length)];
            if (piece.Length == 0)
            {
                break;
            }

            await wire.ReadExactlyAsync(piece, TestContext.Current.CancellationToken);
            heard.Write(piece);
        }

        if (answer.Length > 0)
        {
            await wire.WriteAsync(Encoding.ASCII.GetBytes(answer + "\0"), TestContext.Current.CancellationToken);
        }

        return heard.ToArray();
    }

    private static string? TypeOf(byte[] content)
    {
        using var stream = new MemoryStream(content);
        var type = FileTypes.Sniff(stream);
        stream.Position.ShouldBe(0);
        return type?.MediaType;
    }

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }
}
