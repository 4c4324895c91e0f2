using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>Reads claimed messages with what belongs to them, many at a time.</summary>
internal sealed class OutgoingLoader(MessagingDbContext context, IPeople people, IContactPoints points)
{
    public async Task<IReadOnlyList<Outgoing>> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var messages = await WithPartsAsync(ids, cancellationToken);
        var requestIds = messages.Select(m => m.RequestId).Distinct().ToList();
        var requests = await context.Requests.AsNoTracking().Where(r => requestIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        var names = messages.Select(m => m.Template).Distinct().ToList();
        var templates = await context.Templates.AsNoTracking().Where(t => names.Contains(t.Name)).ToDictionaryAsync(t => t.Name, cancellationToken);
        var templateIds = templates.Values.Select(t => t.Id).ToList();
        var versions = (await context.Versions.AsNoTracking().Where(v => templateIds.Contains(v.TemplateId) && v.State == VersionState.Approved)
            .ToListAsync(cancellationToken)).ToLookup(v => v.TemplateId);
        var liked = await LikedAsync(messages, cancellationToken);
        var made = await context.MadeFormats.AsNoTracking().Where(m => ids.Contains(m.MessageId) && m.Outcome == MakeOutcome.Ready).ToDictionaryAsync(m => m.MessageId, cancellationToken);
        var all = messages.Select(message =>
        {
            var template = templates[message.Template];
            return WithWords(
                new Outgoing(message, requests[message.RequestId], template, MessageClass.Named(template.MessageClass))
                {
                    Preferences = liked.GetValueOrDefault(message.Id),
                    MadeIn = made.GetValueOrDefault(message.Id),
                },
                [.. versions[template.Id].Where(v => v.Channel == message.Channel)]);
        }).ToList();
        var parts = all.Where(outgoing => outgoing.Message.BundledIntoId is not null).ToLookup(outgoing => outgoing.Message.BundledIntoId);
        return [.. all.Where(outgoing => ids.Contains(outgoing.Message.Id)).Select(outgoing => outgoing with { Parts = [.. parts[outgoing.Message.Id]] })];
    }

    /// <summary>The messages, most urgent first, and those whose words they carry. Two questions, for which there is an index each.</summary>
    private async Task<List<Message>> WithPartsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var messages = await context.Messages.AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(cancellationToken);
        if (messages.Exists(m => m.PersonId is not null))
        {
            messages.AddRange(await context.Messages.AsNoTracking().Where(m => m.BundledIntoId != null && ids.Contains(m.BundledIntoId.Value)).ToListAsync(cancellationToken));
        }

        return [.. messages.DistinctBy(m => m.Id).OrderBy(m => m.Priority).ThenBy(m => m.DueAt)];
    }

    /// <summary>What the recipient of each message likes; where only a contact point is named, what its owner does.</summary>
    private async Task<Dictionary<Guid, Preferences>> LikedAsync(List<Message> messages, CancellationToken cancellationToken)
    {
        var owners = await points.OwnersAsync([.. messages.Where(m => m.PersonId is null).Select(m => m.ContactPointId).OfType<Guid>().Distinct()], cancellationToken);
        Dictionary<Guid, Guid> recipients = [];
        foreach (var message in messages)
        {
            if (message.PersonId is { } person || (message.ContactPointId is { } point && owners.TryGetValue(point, out person)))
            {
                recipients[message.Id] = person;
            }
        }

        if (recipients.Count == 0)
        {
            return [];
        }

        var known = await people.PreferencesAsync([.. recipients.Values.Distinct()], cancellationToken);
        return recipients.Where(pair => known.ContainsKey(pair.Value)).ToDictionary(pair => pair.Key, pair => known[pair.Value]);
    }

    private static Outgoing WithWords(Outgoing outgoing, List<TemplateVersion> versions)
    {
        var (format, language) = Words.Needed(outgoing.Message.Channel, outgoing.Preferences);
        var usual = Of(MessageFormat.Standard, "en");
        if (outgoing.MadeIn is not null || (Of(format, language) is null && Words.CannotWait(outgoing.Class, outgoing.Template)))
        {
            return outgoing with { Version = Of(MessageFormat.Standard, language) ?? usual, NoVersion = usual is null ? "no_approved_words" : null };
        }

        var version = Of(format, language);
        return outgoing with
        {
            Version = version,
            Source = usual,
            MustMake = version is null && usual is not null && MadeFormat.IsMade(format) ? format : null,
            NoVersion = version is not null ? null
                : versions.Count == 0 ? "no_approved_words"
                : versions.TrueForAll(v => v.Format != format) ? Words.Missing(format) : "language_missing",
        };

        TemplateVersion? Of(MessageFormat wanted, string spoken) => versions.Find(v => v.Format == wanted && v.Language == spoken);
    }
}
