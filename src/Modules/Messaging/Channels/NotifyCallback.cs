using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Medway.LocalOffer.Messaging.Sending;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Messaging.Channels;

/// <summary>
/// <c>POST /callbacks/notify</c>: Notify says how far a message is, or that a letter came back. Nobody signs in here; the bearer token that was agreed with Notify is
/// checked first. It tries again when it gets no 2xx, so everything that we understood is a calm 204, a message that we never sent too.
/// </summary>
internal sealed partial class NotifyCallback
{
    public const string Path = "/callbacks/notify";

    /// <summary>Notify's word for a letter that the post brought back, weeks after it was posted. Where it is a status it is called the same.</summary>
    private const string CameBack = "returned-letter";

    /// <summary>Bytes. A receipt has about 600.</summary>
    private const int Longest = 16 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, TakeAsync).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> TakeAsync(HttpContext http, MessagingOptions options, ReceiptBook receipts, ILogger<NotifyCallback> logger)
    {
        if (!IsNotify(http.Request, options.Notify.CallbackToken))
        {
            return Results.Unauthorized();
        }

        if (await ReadAsync(http.Request, http.RequestAborted) is not { } bytes)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (Read(bytes) is not { } receipt)
        {
            return Results.Problem("This is not a receipt.", statusCode: StatusCodes.Status400BadRequest);
        }

        var answer = Guid.TryParse(receipt.Reference, out var id)
            ? await receipts.TakeAsync(id, "notify", receipt.Id, receipt.Status, NotifyProvider.StateOf(receipt.Status), http.RequestAborted)
            : ReceiptAnswer.Stranger;
        Taken(logger, answer);
        return Results.NoContent();
    }

    private static bool IsNotify(HttpRequest request, string token)
    {
        const string Scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return token.Length > 0 && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(
                SHA256.HashData(Encoding.UTF8.GetBytes(header[Scheme.Length..])), SHA256.HashData(Encoding.UTF8.GetBytes(token)));
    }

    /// <returns>Null when it is too long, whatever its header said: no more than the limit is ever held.</returns>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Longest)
        {
            return null;
        }

        var buffer = new byte[Longest + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > Longest ? null : buffer[..length];
    }

    private static NotifyReceipt? Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<NotifyCall>(bytes, JsonSerializerOptions.Web) switch
            {
                { Status.Length: > 0 and <= 40, Id.Length: <= 100 } call => new NotifyReceipt(call.Id, call.Reference, call.Status),
                { Status: null, Id: null, NotificationId.Length: > 0 and <= 100 } call => new NotifyReceipt(call.NotificationId, call.Reference, CameBack),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A receipt of Notify: {Answer}")]
    private static partial void Taken(ILogger logger, ReceiptAnswer answer);
}

/// <summary>
/// What we read of a call of either kind; the recipient's address is in one and the sender's name in the other, and neither is looked at. A delivery
/// receipt has an id and a status. A returned letter has neither: it is known by what it calls the letter (<c>notification_id</c>).
/// </summary>
internal sealed record NotifyCall(string? Id, string? Reference, string? Status, [property: JsonPropertyName("notification_id")] string? NotificationId);

internal sealed record NotifyReceipt(string Id, string? Reference, string Status);
