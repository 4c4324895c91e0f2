using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Platform.Files;

/// <summary>Asks ClamAV's daemon over TCP, with its command INSTREAM: pieces, each with its length before it, and an empty one at the end.</summary>
internal sealed partial class ClamScanner(string host, int port, ILogger<ClamScanner> logger) : IFileScanner
{
    private const int LongestAnswer = 512;

    /// <summary>Far longer than a file of 20 MB takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<ScanResult> ScanAsync(Stream content, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var answer = await AskAsync(content, patience.Token);
            if (answer == "stream: OK")
            {
                return ScanResult.Clean;
            }

            if (answer.EndsWith(" FOUND", StringComparison.Ordinal))
            {
                return ScanResult.Harmful;
            }

            Refused(logger, answer);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            Unreachable(logger, exception);
        }
        catch (SocketException exception)
        {
            Unreachable(logger, exception);
        }
        catch (IOException exception)
        {
            Unreachable(logger, exception);
        }

        return ScanResult.NotDone;
    }

    private async Task<string> AskAsync(Stream content, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host, port, cancellationToken);
        await using var wire = client.GetStream();
        await wire.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var piece = ArrayPool<byte>.Shared.Rent(FileChunk.Size);
        var length = new byte[sizeof(int)];
        int read;
        do
        {
            read = await content.ReadAsync(piece.AsMemory(0, FileChunk.Size), cancellationToken);
            BinaryPrimitives.WriteInt32BigEndian(length, read);
            await wire.WriteAsync(length, cancellationToken);
            await wire.WriteAsync(piece.AsMemory(0, read), cancellationToken);
        }
        while (read > 0);

        var answer = await wire.ReadAtLeastAsync(piece.AsMemory(0, LongestAnswer), LongestAnswer, throwOnEndOfStream: false, cancellationToken);
        var words = Encoding.ASCII.GetString(piece, 0, answer).TrimEnd('\0', '\n');
        ArrayPool<byte>.Shared.Return(piece);
        return words;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The scanner of files does not answer: nothing is taken until it does")]
    private static partial void Unreachable(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The scanner of files answered {Answer}: the file was not taken")]
    private static partial void Refused(ILogger logger, string answer);
}
