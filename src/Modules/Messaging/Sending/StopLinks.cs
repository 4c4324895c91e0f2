using Medway.LocalOffer.Messaging.Domain;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>The address that stops news with one press, which mail programs show beside the sender.</summary>
internal sealed class StopLinks(MessagingOptions options)
{
    /// <summary>Name of the field that every template of news has.</summary>
    public const string Field = "stop_path";

    public Uri? Of(Outgoing outgoing) => outgoing.Class.Name == "news" && outgoing.Values.TryGetValue(Field, out var path)
        ? new Uri(options.Site + TemplateText.OwnPath(path))
        : null;
}
