using System.Net;
using System.Net.Mail;
using System.Text;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.People.Contracts;

namespace Medway.LocalOffer.Messaging.Channels;

/// <summary>
/// E-mail over SMTP with STARTTLS. A server cannot be asked later what it knows: when its answer does not come, a person decides, because
/// sending again could be the second time.
/// </summary>
internal sealed class SmtpProvider(MessagingOptions messaging) : IProvider
{
    private readonly SmtpOptions options = messaging.Smtp;

    public string Name => "smtp";

    public async Task<SendResult> SendAsync(Guid id, MessageChannel channel, Destination to, Rendered words, Uri? stopLink, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = true };
        if (options.UserName.Length > 0)
        {
            client.Credentials = new NetworkCredential(options.UserName, options.Password);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        using var mail = Mail(id, to, words, stopLink);
        try
        {
            await client.SendMailAsync(mail, limit.Token);
            return new SendResult(SendResultKind.Accepted, "accepted", mail.Headers["Message-ID"]);
        }
        catch (SmtpFailedRecipientException refusal)
        {
            return IsBusy(refusal.StatusCode) ? new(SendResultKind.Busy, Outcome(refusal)) : new(SendResultKind.Refused, Outcome(refusal));
        }
        catch (SmtpException refusal) when (refusal.StatusCode != SmtpStatusCode.GeneralFailure)
        {
            return IsBusy(refusal.StatusCode) ? new(SendResultKind.Busy, Outcome(refusal)) : new(SendResultKind.Broken, Outcome(refusal));
        }
        catch (SmtpException trouble) when (trouble.InnerException is System.Net.Sockets.SocketException or System.Security.Authentication.AuthenticationException)
        {
            // No connection, or nobody whom we trust at the other end: nothing was said, so nothing left.
            return new SendResult(SendResultKind.Busy, trouble.InnerException is System.Net.Sockets.SocketException ? "no_connection" : "not_trusted");
        }
        catch (SmtpException)
        {
            return new SendResult(SendResultKind.NoAnswer, "no_answer");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendResult(SendResultKind.NoAnswer, "no_answer");
        }
    }

    public Task<Lookup> FindAsync(Guid id, MessageChannel channel, string? providerId, CancellationToken cancellationToken) =>
        Task.FromResult(new Lookup(LookupKind.CannotBeAsked));

    private MailMessage Mail(Guid id, Destination to, Rendered words, Uri? stopLink)
    {
        var mail = new MailMessage(new MailAddress(options.From), new MailAddress(to.Lines[0]))
        {
            Subject = words.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = words.Body,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        mail.Headers.Add("Message-ID", $"<{id}@{mail.From!.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (stopLink is not null)
        {
            mail.Headers.Add("List-Unsubscribe", $"<{stopLink}>");
            mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return mail;
    }

    private static bool IsBusy(SmtpStatusCode code) => (int)code is >= 400 and < 500;

    private static string Outcome(SmtpException refusal) => $"smtp_{(int)refusal.StatusCode}";
}
