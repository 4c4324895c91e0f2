using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>Turns requests into messages: chooses the first channel, by what the person asked for and what there are words for.</summary>
internal sealed class Planner(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>The script of the call that somebody wants before anything else.</summary>
    public const string CallFirstTemplate = "messaging.call-first";

    private const int Batch = 200;

    /// <summary>How long bundled messages of one day wait for each other.</summary>
    private static readonly TimeSpan BundleWait = TimeSpan.FromMinutes(30);

    /// <summary>Until no request waits.</summary>
    public async Task PlanAllAsync(CancellationToken cancellationToken)
    {
        int planned;
        do
        {
            planned = await PlanAsync(cancellationToken);
        }
        while (planned > 0);
    }

    /// <returns>How many requests became messages.</returns>
    public async Task<int> PlanAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateFor(ActorKind.Job, "messaging.plan");
        var context = scope.ServiceProvider.GetRequiredService<MessagingDbContext>();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var requests = await context.Requests.FromSql(
            $"select * from messaging.requests where planned_at is null order by created_at limit {Batch} for update skip locked")
            .AsNoTracking().ToListAsync(cancellationToken);
        if (requests.Count == 0)
        {
            return 0;
        }

        var names = requests.Select(request => request.Template).Append(CallFirstTemplate).Distinct().ToList();
        var templates = await context.Templates.AsNoTracking().Where(t => names.Contains(t.Name)).ToDictionaryAsync(t => t.Name, cancellationToken);
        var channels = await TemplateChannels.OfAsync(context, [.. templates.Values.Select(t => t.Id)], cancellationToken);
        var kinds = await scope.ServiceProvider.GetRequiredService<IContactPoints>()
            .KindsAsync([.. requests.Select(request => request.ContactPointId).OfType<Guid>().Distinct()], cancellationToken);
        var preferences = await PreferencesAsync(scope.ServiceProvider, requests, cancellationToken);
        List<Message> messages = [];
        foreach (var request in requests)
        {
            var template = templates[request.Template];
            var liked = request.PersonId is { } person ? preferences.GetValueOrDefault(person) : null;
            var channel = request.Channel ?? ChannelOf(request, template, liked, channels, kinds);
            var message = MessageOf(request, template, channel);
            if (liked?.CallFirst == true && channel != MessageChannel.Phone && !MessageClass.Named(template.MessageClass).AtAnyHour
                && templates.TryGetValue(CallFirstTemplate, out var call))
            {
                var first = MessageOf(request, call, MessageChannel.Phone);
                message.WaitsForId = first.Id;
                messages.Add(first);
            }

            messages.Add(message);
        }

        DateTimeOffset? now = clock.GetUtcNow();
        var ids = requests.Select(request => request.Id).ToList();
        await context.CopyAsync(messages, cancellationToken);
        await context.Requests.Where(request => ids.Contains(request.Id)).ExecuteUpdateAsync(set => set.SetProperty(request => request.PlannedAt, now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return requests.Count;
    }

    private Message MessageOf(Request request, Template template, MessageChannel channel)
    {
        var now = clock.GetUtcNow();
        return new Message
        {
            Id = Guid.CreateVersion7(now),
            RequestId = request.Id,
            Template = template.Name,
            MessageClass = template.MessageClass,
            OccurrenceKey = request.OccurrenceKey,
            RecipientKey = request.RecipientKey,
            PersonId = request.PersonId,
            AboutPersonId = request.AboutPersonId,
            ContactPointId = request.ContactPointId,
            Channel = channel,
            Priority = MessageClass.Named(template.MessageClass).AtAnyHour ? 0 : template.MessageClass == "news" ? 9 : 5,
            State = MessageState.Waiting,
            DueAt = template.Bundles && request.PersonId is not null ? request.NotBefore + BundleWait : request.NotBefore,
            CreatedAt = now,
        };
    }

    private static MessageChannel ChannelOf(
        Request request, Template template, Preferences? liked, ILookup<Guid, MessageChannel> channels, IReadOnlyDictionary<Guid, ContactPointKind> kinds)
    {
        if (request.Mailbox is not null)
        {
            return MessageChannel.Email;
        }

        if (request.ContactPointId is { } point)
        {
            return kinds.GetValueOrDefault(point, ContactPointKind.Email) switch
            {
                ContactPointKind.Phone => MessageChannel.Sms,
                ContactPointKind.Address => MessageChannel.Letter,
                _ => MessageChannel.Email,
            };
        }

        return TemplateChannels.InOrder(channels[template.Id], liked?.Channel.ToMessaging()).DefaultIfEmpty(MessageChannel.Email).First();
    }

    private static async Task<IReadOnlyDictionary<Guid, Preferences>> PreferencesAsync(
        IServiceProvider services, List<Request> requests, CancellationToken cancellationToken)
    {
        var persons = requests.Select(request => request.PersonId).OfType<Guid>().Distinct().ToList();
        return persons.Count == 0
            ? new Dictionary<Guid, Preferences>()
            : await services.GetRequiredService<IPeople>().PreferencesAsync(persons, cancellationToken);
    }
}

/// <summary>By which channels a template can leave: those with approved words.</summary>
internal static class TemplateChannels
{
    public static async Task<ILookup<Guid, MessageChannel>> OfAsync(
        MessagingDbContext context, IReadOnlyCollection<Guid> templates, CancellationToken cancellationToken) =>
        (await context.Versions.AsNoTracking().Where(v => templates.Contains(v.TemplateId) && v.State == VersionState.Approved)
            .Select(v => new { v.TemplateId, v.Channel }).Distinct().ToListAsync(cancellationToken))
        .ToLookup(version => version.TemplateId, version => version.Channel);

    /// <summary>The one that the person likes first, then the quicker ones. A face-to-face meeting is nobody's second choice unless there is nothing else.</summary>
    public static IEnumerable<MessageChannel> InOrder(IEnumerable<MessageChannel> channels, MessageChannel? liked) =>
        channels.OrderBy(channel => channel == liked ? -1 : (int)channel);
}
