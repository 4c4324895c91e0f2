using System.Net.Http.Headers;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging.Tests.Support;

/// <summary>Most tests of pages and of the engine share one host whose messages go into the sink; each has recipients of its own.</summary>
[CollectionDefinition(Name)]
public sealed class MessagingApp : ICollectionFixture<App>
{
    public const string Name = "messaging";
}

internal static class Rules
{
    /// <summary>As if the module whose business the register is were not there: its class of messages needs a rule and has none.</summary>
    public static void WithoutTheRegisters(this IServiceCollection services) =>
        services.Remove(services.Single(service => service.ServiceType == typeof(ISendRule) && service.ImplementationType?.Name == "RegisterSendRule"));
}

/// <summary>A host of its own, with other services where a test needs them.</summary>
internal sealed class OwnApp(PostgresCluster cluster, Action<IServiceCollection>? change = null) : App(cluster)
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        if (change is not null)
        {
            builder.ConfigureTestServices(change);
        }
    }
}

internal static class Given
{
    /// <summary>A Wednesday in term at ten: nothing waits for hours.</summary>
    public static readonly DateTimeOffset Wednesday = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);

    public static CancellationToken Now => TestContext.Current.CancellationToken;

    public static AsyncServiceScope Scope(this App app) => app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");

    public static async Task<T> AskAsync<T>(this App app, Func<MessagingDbContext, Task<T>> ask)
    {
        await using var scope = app.Scope();
        return await ask(scope.ServiceProvider.GetRequiredService<MessagingDbContext>());
    }

    /// <summary>Asks for a message in a transaction, as a module's command does.</summary>
    public static async Task RequestAsync(this App app, MessageRequest message)
    {
        // The host starts before the transaction, or what it does in the background would be part of it.
        _ = app.Services;
        using var transaction = OneTransaction.Begin();
        await using (var scope = app.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<IMessages>().RequestAsync(message, Now);
        }

        transaction.Complete();
    }

    /// <summary>To a person, and nothing else said.</summary>
    public static MessageRequest ToPerson(Guid person, string template, string occurrence, Guid? about = null, MessageChannel? channel = null, params (string, string)[] values) =>
        new(template, occurrence, null, null, values.ToDictionary(pair => pair.Item1, pair => pair.Item2)) { PersonId = person, AboutPersonId = about, Channel = channel };

    public static MessageRequest ToMailbox(string mailbox, string occurrence, string template = "messaging.test") =>
        new(template, occurrence, null, mailbox, new Dictionary<string, string> { ["sent"] = "3 November 2026" });

    public static async Task<int> DispatchAsync(this App app) => await app.Services.GetRequiredService<Dispatcher>().RunAsync(Now);

    public static Task<List<Message>> MessagesAsync(this App app, string occurrence) =>
        app.AskAsync(context => context.Messages.AsNoTracking().Where(m => m.OccurrenceKey == occurrence).OrderBy(m => m.Hop).ThenBy(m => m.Id).ToListAsync(Now));

    public static async Task<Message> OnlyAsync(this App app, string occurrence) => (await app.MessagesAsync(occurrence)).ShouldHaveSingleItem();

    public static async Task<string?> SunkAsync(this App app, string occurrence)
    {
        var message = await app.OnlyAsync(occurrence);
        return await app.AskAsync(context => context.Sink.Where(s => s.MessageId == message.Id).Select(s => s.Words).SingleOrDefaultAsync(Now));
    }

    /// <summary>A template of all five channels and of this class, without fields.</summary>
    public static async Task<string> TemplateAsync(this App app, string messageClass, bool isDecision = false, params MessageChannel[] channels)
    {
        var now = app.Clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var name = $"test.{id:n}"[..30];
        await app.AskAsync(async context =>
        {
            context.Templates.Add(new Template
            {
                Id = id,
                Name = name,
                Title = "A test",
                MessageClass = MessageClass.Named(messageClass).Name,
                Purpose = ReachPurpose.Tell,
                IsSecret = false,
                IsDecision = isDecision,
                Bundles = false,
                LifeHours = 24 * 30,
                Fields = "",
            });
            foreach (var channel in channels.Length > 0 ? channels : Enum.GetValues<MessageChannel>())
            {
                context.Versions.Add(new TemplateVersion
                {
                    Id = Guid.CreateVersion7(now),
                    TemplateId = id,
                    Channel = channel,
                    Format = MessageFormat.Standard,
                    Language = "en",
                    Number = 1,
                    Subject = channel is MessageChannel.Email or MessageChannel.Letter ? "Test" : "",
                    Body = "These are the words of a test.",
                    State = VersionState.Approved,
                    WrittenAt = now,
                });
            }

            return await context.SaveChangesAsync(Now);
        });
        return name;
    }

    public static async Task<HttpResponseMessage> CallBackAsync(this HttpClient client, HttpContent content, string? token = NotifyStandIn.CallbackToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/callbacks/notify", UriKind.Relative)) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request, Now);
    }
}

internal static class GivenPeople
{
    /// <summary>Whether People would still let something leave to this contact point.</summary>
    public static async Task<bool> FindAsync(this App app, Guid contactPointId, Channel channel = Channel.Email)
    {
        await using var scope = app.Scope();
        var answer = await scope.ServiceProvider.GetRequiredService<IReach>().AskAsync(
            new ReachQuestion(null, null, channel, ReachPurpose.SignIn, contactPointId), Given.Now);
        return answer.May;
    }
}
