using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Messaging.Tests.Support;

/// <summary>What the stand-in does wrong, as parts of one.</summary>
internal sealed record NotifyFaults(double Errors, double TimeoutsAfterAccepting, double Duplicates, double OutOfOrder)
{
    public static readonly NotifyFaults None = new(0, 0, 0, 0);
}

internal sealed record Accepted(string Id, string Reference, string Kind, string Recipient, string Subject, string Body);

/// <summary>
/// GOV.UK Notify on this machine. It checks the signed token, accepts the same reference as often as it is sent, as the real one does, and keeps
/// everything that it accepted.
/// </summary>
internal sealed class NotifyStandIn : IAsyncDisposable
{
    public const string ServiceId = "26785a09-ab16-4eb0-8407-a37497a57506";
    public const string Secret = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    public const string ApiKey = $"test-{ServiceId}-{Secret}";
    public const string CallbackToken = "a token that only Notify and we know";

    private readonly WebApplication server;
    private readonly Random random = new(20261125);
    private readonly ConcurrentDictionary<string, string> status = new();
    private int inFlight;

    private NotifyStandIn(WebApplication server) => this.server = server;

    public NotifyFaults Faults { get; set; } = NotifyFaults.None;

    /// <summary>How it refuses everything, when it does: status and message.</summary>
    public (int Status, string Message)? Refusal { get; set; }

    /// <summary>How far every message is when it is asked; null says that all have arrived.</summary>
    public string? Says { get; set; }

    public TimeSpan Hang { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long it takes over each message.</summary>
    public TimeSpan Takes { get; set; }

    public ConcurrentQueue<Accepted> All { get; } = new();

    /// <summary>Receipts that it owes, in the order in which it will send them.</summary>
    public ConcurrentQueue<(Accepted Of, string Status)> Receipts { get; } = new();

    public int BadTokens;

    public int InFlight => Volatile.Read(ref inFlight);

    public Uri Address => new(server.Urls.Single());

    public Dictionary<string, string?> Settings(double timeoutSeconds = 10) => new()
    {
        ["Messaging:Email"] = "notify",
        ["Messaging:Sms"] = "notify",
        ["Messaging:Notify:BaseAddress"] = Address.ToString(),
        ["Messaging:Notify:ApiKey"] = ApiKey,
        ["Messaging:Notify:EmailTemplateId"] = "0d3a9b3d-0000-4000-8000-000000000001",
        ["Messaging:Notify:SmsTemplateId"] = "0d3a9b3d-0000-4000-8000-000000000002",
        ["Messaging:Notify:CallbackToken"] = CallbackToken,
        ["Messaging:Notify:TimeoutSeconds"] = timeoutSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    public static async Task<NotifyStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var standIn = new NotifyStandIn(server);
        server.MapPost("/v2/notifications/{kind}", standIn.SendAsync);
        server.MapGet("/v2/notifications", standIn.Find);
        await server.StartAsync();
        return standIn;
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    public static StringContent Receipt(string id, string reference, string status) => new(
        JsonSerializer.Serialize(new { id, reference, to = "somebody@example.org", status, created_at = "2026-11-25T10:00:00Z", notification_type = "email" }),
        Encoding.UTF8, "application/json");

    /// <summary>The call that Notify makes when the post brings a letter back: other names than a receipt's, and no status.</summary>
    public static StringContent ReturnedLetter(string id, string? reference) => new(
        JsonSerializer.Serialize(new
        {
            notification_id = id,
            reference,
            date_sent = "2026-11-10T10:00:00.000000Z",
            sent_by = "somebody@example.org",
            template_name = "Letter",
            template_id = "0d3a9b3d-0000-4000-8000-000000000003",
            template_version = 1,
            spreadsheet_file_name = (string?)null,
            spreadsheet_row_number = (int?)null,
            upload_letter_file_name = (string?)null,
        }),
        Encoding.UTF8, "application/json");

    private async Task<IResult> SendAsync(string kind, HttpContext http)
    {
        if (!IsSigned(http.Request.Headers.Authorization.ToString()))
        {
            Interlocked.Increment(ref BadTokens);
            return Error(403, "AuthError", "Invalid token: signature, api token is not valid");
        }

        Interlocked.Increment(ref inFlight);
        try
        {
            if (Refusal is { } refusal)
            {
                return Error(refusal.Status, refusal.Status == 400 ? "ValidationError" : "Error", refusal.Message);
            }

            using var body = await JsonDocument.ParseAsync(http.Request.Body);
            var roll = Roll();
            if (roll < Faults.Errors)
            {
                return roll < Faults.Errors / 2 ? Error(429, "RateLimitError", "Exceeded rate limit") : Error(500, "Exception", "Internal server error");
            }

            var accepted = Accept(kind, body.RootElement);
            await Task.Delay(Takes);
            if (roll < Faults.Errors + Faults.TimeoutsAfterAccepting)
            {
                await Task.Delay(Hang);
                return Error(503, "Exception", "Too late");
            }

            return Results.Json(new { id = accepted.Id, reference = accepted.Reference, content = new { body = accepted.Body, subject = accepted.Subject }, uri = "", template = new { id = "", version = 1, uri = "" } }, statusCode: 201);
        }
        finally
        {
            Interlocked.Decrement(ref inFlight);
        }
    }

    private Accepted Accept(string kind, JsonElement body)
    {
        var filled = body.GetProperty("personalisation");
        var accepted = new Accepted(
            Guid.CreateVersion7().ToString(), body.GetProperty("reference").GetString()!, kind,
            Recipient(kind, body),
            filled.TryGetProperty("subject", out var subject) ? subject.GetString()! : "", filled.GetProperty("body").GetString()!);
        All.Enqueue(accepted);
        var (under, done) = kind == "letter" ? ("accepted", "received") : ("sending", "delivered");
        status[accepted.Reference] = done;
        string[] order = Roll() < Faults.OutOfOrder ? [done, under] : [under, done];
        foreach (var told in order)
        {
            Receipts.Enqueue((accepted, told));
            if (Roll() < Faults.Duplicates)
            {
                Receipts.Enqueue((accepted, told));
            }
        }

        return accepted;
    }

    /// <summary>Of a letter its lines, one after the other.</summary>
    private static string Recipient(string kind, JsonElement body) => kind switch
    {
        "sms" => body.GetProperty("phone_number").GetString()!,
        "letter" => string.Join('\n', Enumerable.Range(1, 7)
            .Select(line => body.GetProperty("personalisation").TryGetProperty($"address_line_{line}", out var text) ? text.GetString() : null).OfType<string>()),
        _ => body.GetProperty("email_address").GetString()!,
    };

    private IResult Find(string? reference, HttpContext http)
    {
        if (!IsSigned(http.Request.Headers.Authorization.ToString()))
        {
            return Error(403, "AuthError", "Invalid token");
        }

        if (Roll() < Faults.Errors)
        {
            return Error(500, "Exception", "Internal server error");
        }

        return Results.Json(new
        {
            notifications = All.Where(a => a.Reference == reference).Select(a => new { id = a.Id, reference = a.Reference, status = Says ?? status[a.Reference], type = a.Kind }).ToArray(),
            links = new { current = "" },
        });
    }

    private double Roll()
    {
        lock (random)
        {
            return random.NextDouble();
        }
    }

    private static IResult Error(int status, string error, string message) =>
        Results.Json(new { status_code = status, errors = new[] { new { error, message } } }, statusCode: status);

    /// <summary>HS256 over header and payload under the key's last 36 characters, issued by the 36 before.</summary>
    private static bool IsSigned(string header)
    {
        if (!header.StartsWith("Bearer ", StringComparison.Ordinal) || header["Bearer ".Length..].Split('.') is not [var head, var payload, var signature])
        {
            return false;
        }

        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.ASCII.GetBytes($"{head}.{payload}"));
        using var said = JsonDocument.Parse(Decode(payload));
        return CryptographicOperations.FixedTimeEquals(expected, Decode(signature)) && said.RootElement.GetProperty("iss").GetString() == ServiceId;
    }

    private static byte[] Decode(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}
