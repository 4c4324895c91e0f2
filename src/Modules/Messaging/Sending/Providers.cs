using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.People.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging.Sending;

internal enum SendResultKind
{
    Accepted,

    /// <summary>Not now: it has certainly not left.</summary>
    Busy,

    /// <summary>Never to this recipient.</summary>
    Refused,

    /// <summary>No answer: it may have left.</summary>
    NoAnswer,

    /// <summary>We asked wrongly, as with a wrong key: trying again does not help.</summary>
    Broken,
}

/// <param name="Outcome">Lower_snake, for the record of attempts.</param>
internal sealed record SendResult(SendResultKind Kind, string Outcome, string? ProviderId = null);

internal enum LookupKind
{
    /// <summary>It has it; <see cref="Lookup.State"/> says how far it is.</summary>
    Found,

    /// <summary>It has certainly not got it.</summary>
    NotThere,

    /// <summary>It does not answer just now.</summary>
    NoAnswer,

    /// <summary>This provider cannot be asked, ever.</summary>
    CannotBeAsked,
}

internal sealed record Lookup(LookupKind Kind, MessageState State = MessageState.Sent, string? ProviderId = null, string? Status = null);

/// <summary>Somebody outside who takes messages. Never a list of recipients: one message, one recipient.</summary>
internal interface IProvider
{
    string Name { get; }

    /// <param name="id">What the provider is to know the message by, and be asked for later.</param>
    /// <param name="stopLink">Address that stops this kind of message with one press; null when there is none.</param>
    Task<SendResult> SendAsync(Guid id, MessageChannel channel, Destination to, Rendered words, Uri? stopLink, CancellationToken cancellationToken);

    /// <summary>What does it know of a message?</summary>
    Task<Lookup> FindAsync(Guid id, MessageChannel channel, string? providerId, CancellationToken cancellationToken);
}

/// <summary>Which way out each channel has. Calls and meetings are always made by people.</summary>
internal sealed class WaysOut(MessagingOptions options, IServiceProvider services)
{
    public const string Sink = "sink";
    public const string Print = "print";
    public const string People = "people";

    public string Of(MessageChannel channel) => channel switch
    {
        MessageChannel.Email => options.Email,
        MessageChannel.Sms => options.Sms,
        MessageChannel.Letter => options.Letter,
        _ => People,
    };

    /// <summary>Nothing can leave this machine but on paper.</summary>
    public bool AreShut => options is { Email: Sink, Sms: Sink, Letter: Sink or Print };

    /// <summary>Of this one message: some letters go no way but our own printer, whatever the channel's is.</summary>
    public string Of(Outgoing outgoing, Destination to) =>
        outgoing.Message.Channel == MessageChannel.Letter && Of(MessageChannel.Letter) != Sink && MustBePrintedHere(outgoing, to) ? Print : Of(outgoing.Message.Channel);

    /// <summary>A hidden address is for nobody outside, and nobody outside has our large print or what was made for this person.</summary>
    public static bool MustBePrintedHere(Outgoing outgoing, Destination to) =>
        to.IsConfidential || outgoing.Preferences?.Format == MessageFormat.LargePrint || outgoing.MadeIn is not null;

    /// <exception cref="InvalidOperationException">The configuration names one that there is not.</exception>
    public IProvider Provider(string name) =>
        services.GetKeyedService<IProvider>(name) ?? throw new InvalidOperationException($"Messaging is configured to use '{name}', and there is no such way.");
}
