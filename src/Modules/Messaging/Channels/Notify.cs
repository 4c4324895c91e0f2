using System.Text.RegularExpressions;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.People.Contracts;
using Notify.Client;
using Notify.Exceptions;

namespace Medway.LocalOffer.Messaging.Channels;

/// <summary>GOV.UK Notify. Its reference is only a label and sending twice sends two, so an answer that did not come is settled by asking.</summary>
internal sealed partial class NotifyProvider : IProvider, IDisposable
{
    private const int MostAddressLines = 7;

    private readonly NotifyOptions options;
    private readonly HttpClient http;
    private readonly NotificationClient client;

    public NotifyProvider(MessagingOptions messaging)
    {
        options = messaging.Notify;
        http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds) };
        client = new NotificationClient(new HttpClientWrapper(http), options.ApiKey);

        // The client sets its own address when it is made, so ours comes after.
        http.BaseAddress = options.BaseAddress;
    }

    public string Name => "notify";

    public async Task<SendResult> SendAsync(Guid id, MessageChannel channel, Destination to, Rendered words, Uri? stopLink, CancellationToken cancellationToken)
    {
        try
        {
            // The values were cleaned when the text was filled: the client sends whatever it is given.
            var providerId = channel switch
            {
                MessageChannel.Sms => (await client.SendSmsAsync(to.Lines[0], options.SmsTemplateId, new() { ["body"] = words.Body }, id.ToString())).id,
                MessageChannel.Letter => (await client.SendLetterAsync(options.LetterTemplateId, Letter(to, words), id.ToString())).id,
                _ => (await client.SendEmailAsync(to.Lines[0], options.EmailTemplateId, new() { ["subject"] = words.Subject, ["body"] = words.Body }, id.ToString())).id,
            };
            return new SendResult(SendResultKind.Accepted, "accepted", providerId);
        }
        catch (NotifyClientException refusal)
        {
            return Status(refusal) switch
            {
                400 when IsAboutRecipient(refusal) => new SendResult(SendResultKind.Refused, "not_an_address"),
                429 => new SendResult(SendResultKind.Busy, "busy_429"),
                >= 500 and var status => new SendResult(SendResultKind.NoAnswer, $"broken_{status}"),
                0 => new SendResult(SendResultKind.NoAnswer, "not_understood"),
                var status => new SendResult(SendResultKind.Broken, $"refused_{status}"),
            };
        }
        catch (AggregateException trouble) when (IsNetwork(trouble.GetBaseException()))
        {
            return new SendResult(SendResultKind.NoAnswer, "no_answer");
        }
        catch (HttpRequestException)
        {
            return new SendResult(SendResultKind.NoAnswer, "no_answer");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendResult(SendResultKind.NoAnswer, "no_answer");
        }
    }

    public async Task<Lookup> FindAsync(Guid id, MessageChannel channel, string? providerId, CancellationToken cancellationToken)
    {
        try
        {
            var found = await client.GetNotificationsAsync(reference: id.ToString());
            return found.notifications is [var first, ..]
                ? new Lookup(LookupKind.Found, StateOf(first.status), first.id, first.status)
                : new Lookup(LookupKind.NotThere);
        }
        catch (NotifyClientException)
        {
            return new Lookup(LookupKind.NoAnswer);
        }
        catch (AggregateException trouble) when (IsNetwork(trouble.GetBaseException()))
        {
            return new Lookup(LookupKind.NoAnswer);
        }
        catch (HttpRequestException)
        {
            return new Lookup(LookupKind.NoAnswer);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Lookup(LookupKind.NoAnswer);
        }
    }

    /// <summary>Notify's words for how far a message is.</summary>
    public static MessageState StateOf(string status) => status switch
    {
        "delivered" => MessageState.Delivered,

        // Only of letters: printed and given to the post.
        "received" => MessageState.Posted,
        "permanent-failure" or "temporary-failure" or "technical-failure" or "cancelled" or "virus-scan-failed" or "validation-failed" => MessageState.Failed,
        "returned-letter" => MessageState.Returned,
        _ => MessageState.Sent,
    };

    public void Dispose() => http.Dispose();

    /// <summary>Name and address in at most seven lines, the postcode last.</summary>
    private static Dictionary<string, dynamic> Letter(Destination to, Rendered words)
    {
        List<string> lines = [to.Name, .. to.Lines];
        while (lines.Count > MostAddressLines)
        {
            (lines[1], lines[2]) = ($"{lines[1]}, {lines[2]}", lines[3]);
            lines.RemoveAt(3);
        }

        Dictionary<string, dynamic> filled = new() { ["subject"] = words.Subject, ["body"] = words.Body };
        foreach (var (at, line) in lines.Index())
        {
            filled[$"address_line_{at + 1}"] = line;
        }

        return filled;
    }

    private static int Status(NotifyClientException refusal) =>
        StatusCode().Match(refusal.Message) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 0;

    /// <summary>Everything else that is wrong with what we asked, as an unknown template, is ours to mend.</summary>
    private static bool IsAboutRecipient(NotifyClientException refusal) =>
        refusal.Message.Contains("email_address", StringComparison.Ordinal) || refusal.Message.Contains("phone_number", StringComparison.Ordinal)
        || refusal.Message.Contains("Not a valid", StringComparison.OrdinalIgnoreCase) || refusal.Message.Contains("postcode", StringComparison.OrdinalIgnoreCase);

    private static bool IsNetwork(Exception trouble) => trouble is HttpRequestException or TaskCanceledException or IOException;

    [GeneratedRegex("Status code ([0-9]{3})")]
    private static partial Regex StatusCode();
}
