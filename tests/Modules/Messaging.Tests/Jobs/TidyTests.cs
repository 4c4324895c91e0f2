using System.Net;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Features.News.AskForNews;
using Medway.LocalOffer.Messaging.Jobs;
using Medway.LocalOffer.Messaging.Tests.Support;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Messaging.Tests.Jobs;

/// <summary>What is of no more use is forgotten, and where messages are real nobody may read them in the sink.</summary>
public sealed class TidyTests(PostgresCluster cluster)
{
    [Fact]
    public async Task Tidy_AfterAMonth_ForgetsWordsAndWhatFilledThem_AndUnconfirmedSignUpsAfterTwoDays()
    {
        await using var app = new OwnApp(cluster, services => services.WithoutTheRegisters());
        await app.InitializeAsync();
        app.Clock.StandAt(Given.Wednesday);
        var family = await app.FamilyAsync();
        await app.RequestAsync(Given.ToPerson(family.ParentId, "messaging.update", "ended", family.ChildId, MessageChannel.Sms, ("about", "3 November 2026")));
        await app.RequestAsync(Given.ToPerson(family.ParentId, await app.TemplateAsync("register"), "open", family.ChildId, MessageChannel.Email));
        await app.DoAsync(new AskForNews("reader@example.org", [NewsTopic.ShortBreaks]));
        app.Clock.Move(TimeSpan.FromHours(1));
        await app.DispatchAsync();
        (await app.OnlyAsync("ended")).State.ShouldBe(MessageState.Sunk);
        (await KeptAsync(app)).ShouldBe((2, 2, 1), "filled, in the sink, signed up");

        app.Clock.Move(TimeSpan.FromDays(3));
        await TidyAsync(app);
        (await KeptAsync(app)).ShouldBe((2, 2, 0), "whoever did not confirm is forgotten first");

        app.Clock.Move(TimeSpan.FromDays(29));
        await TidyAsync(app);
        (await KeptAsync(app)).ShouldBe((1, 0, 0), "what has not ended keeps what fills it");
    }

    [Fact]
    public async Task Sink_InProduction_KeepsNoWords_AndIsNoPage()
    {
        await using var app = new OwnApp(cluster, services => services.Replace(ServiceDescriptor.Singleton<IHostEnvironment>(new ProductionEnvironment())));
        await app.InitializeAsync();
        app.Clock.StandAt(Given.Wednesday);
        await app.RequestAsync(Given.ToMailbox("officer@example.org", "in production"));
        await app.DispatchAsync();
        using var manager = await app.SignInAsAsync(Roles.TeamManager);

        (await app.OnlyAsync("in production")).State.ShouldBe(MessageState.Sunk);
        (await app.AskAsync(context => context.Sink.SingleAsync(Given.Now))).Words.ShouldBeNull();
        (await manager.PageAsync("/staff/messaging/sink")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<(int Filled, int Sunk, int SignedUp)> KeptAsync(App app) => app.AskAsync(async context => (
        await context.Requests.CountAsync(r => r.Values != null, Given.Now), await context.Sink.CountAsync(Given.Now), await context.Subscriptions.CountAsync(Given.Now)));

    private static async Task TidyAsync(App app)
    {
        await using var scope = app.Scope();
        await scope.ServiceProvider.GetRequiredService<TidyMessagesJob>().RunAsync(new JobContext(Guid.CreateVersion7(), TidyMessagesJob.Kind, null, "{}", 1), Given.Now);
    }

    private sealed class ProductionEnvironment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
