using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>Reads claimed messages with what belongs to them, many at a time.</summary>
internal sealed class OutgoingLoader(MessagingDbContext context, IPeople people)
{
    public async Task<IReadOnlyList<Outgoing>> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var messages = await context.Messages.AsNoTracking().Where(m => ids.Contains(m.Id) || (m.BundledIntoId != null && ids.Contains(m.BundledIntoId.Value)))
            .OrderBy(m => m.Priority).ThenBy(m => m.DueAt).ToListAsync(cancellationToken);
        var requestIds = messages.Select(m => m.RequestId).Distinct().ToList();
        var requests = await context.Requests.AsNoTracking().Where(r => requestIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        var names = messages.Select(m => m.Template).Distinct().ToList();
        var templates = await context.Templates.AsNoTracking().Where(t => names.Contains(t.Name)).ToDictionaryAsync(t => t.Name, cancellationToken);
        var templateIds = templates.Values.Select(t => t.Id).ToList();
        var versions = (await context.Versions.AsNoTracking().Where(v => templateIds.Contains(v.TemplateId) && v.State == VersionState.Approved)
            .ToListAsync(cancellationToken)).ToLookup(v => v.TemplateId);
        var persons = messages.Select(m => m.PersonId).OfType<Guid>().Distinct().ToList();
        var preferences = persons.Count == 0
            ? new Dictionary<Guid, Preferences>()
            : await people.PreferencesAsync(persons, cancellationToken);
        var all = messages.Select(message => Outgoing(message, requests[message.RequestId], templates[message.Template], versions, preferences)).ToList();
        var parts = all.Where(outgoing => outgoing.Message.BundledIntoId is not null).ToLookup(outgoing => outgoing.Message.BundledIntoId);
        return [.. all.Where(outgoing => ids.Contains(outgoing.Message.Id)).Select(outgoing => outgoing with { Parts = [.. parts[outgoing.Message.Id]] })];
    }

    private static Outgoing Outgoing(
        Message message, Request request, Template template, ILookup<Guid, TemplateVersion> versions, IReadOnlyDictionary<Guid, Preferences> preferences)
    {
        var kind = MessageClass.Named(template.MessageClass);
        var liked = message.PersonId is { } person ? preferences.GetValueOrDefault(person) : null;
        var (format, language) = Words.Needed(message.Channel, kind, liked);
        var ofChannel = versions[template.Id].Where(v => v.Channel == message.Channel).ToList();
        var version = ofChannel.FirstOrDefault(v => v.Format == format && v.Language == language);
        return new Outgoing(message, request, template, kind)
        {
            Preferences = liked,
            Version = version,
            NoVersion = version is not null ? null
                : ofChannel.Count == 0 ? "no_approved_words"
                : ofChannel.All(v => v.Format != format) ? "format_missing_" + ReasonWords.Snake(format) : "language_missing",
        };
    }
}
