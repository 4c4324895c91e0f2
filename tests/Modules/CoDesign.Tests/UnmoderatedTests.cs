using System.Collections.Concurrent;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.CoDesign.Features.Staff.ReadAnswer;
using Medway.LocalOffer.CoDesign.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Medway.LocalOffer.Testing.Matrix;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.CoDesign.Tests;

/// <summary>Words that nobody has moderated are looked for everywhere: pages of every role, search, API, mail, logs, tables.</summary>
[Proves("codesign")]
public sealed class UnmoderatedTests(PostgresCluster cluster)
{
    private const string Secret = "Zanzibarquokka";
    private const string Accepted = "Timbuktuwombat";

    [Fact]
    public async Task UnmoderatedWords_AreOnNoPageSearchApiMailOrLog_AndAcceptedOnesAreFound()
    {
        await using var app = new Listening(cluster);
        await app.InitializeAsync();
        var round = await app.OpenRoundAsync();
        foreach (var (card, words) in new[] { (round.Cards[0], Secret), (round.Cards[1], Accepted) })
        {
            using var reviewer = await app.SitAsync(card);
            await reviewer.AnswerAsync(1, Pick.Hard, $"It is {words}");
        }

        // Each way of saying no hides them as well.
        var answers = await app.ReadAsync(context => context.Answers.OrderBy(answer => answer.Id).ToListAsync());
        await app.DoAsync(new DecideAnswer(answers[1].Id, answers[1].Edition, nameof(Moderation.Accepted), ""));
        var endpoints = await LiveEndpoint.OfAsync(app);
        List<string> found = [];
        foreach (var role in Roles.OfStaff.Where(role => role is not Roles.Moderator).Prepend(""))
        {
            using var client = role.Length == 0 ? app.CreateClient() : await app.SignInAsAsync(role);
            foreach (var endpoint in endpoints.Where(endpoint => endpoint is { Method: "GET", Address: not null } && Matters(endpoint.Route, role)))
            {
                using var response = await client.GetAsync(new Uri(endpoint.Address!, UriKind.Relative), TestContext.Current.CancellationToken);
                var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                found.AddRange(new[] { Secret, Accepted }.Where(word => body.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{role} {endpoint.Address} {word}"));
            }

            foreach (var address in new[] { $"/search?q={Secret}", $"/search/suggest?q={Secret}", "/openreferral/services?text=" + Secret })
            {
                using var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
                var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                found.AddRange(body.Contains("It is " + Secret, StringComparison.Ordinal) ? [address] : []);
            }
        }

        found.Where(hit => hit.Contains(Secret, StringComparison.Ordinal)).ShouldBeEmpty();
        found.ShouldContain(hit => hit.Contains(Accepted, StringComparison.Ordinal) && hit.Contains("/answers", StringComparison.Ordinal), "accepted words are found where they belong");
        app.Lines.ShouldNotBeEmpty("the log is heard");
        app.Lines.ShouldAllBe(line => !line.Contains("It is " + Secret, StringComparison.Ordinal));

        // With the keys of the host they are found in one place; without them, nowhere.
        var stored = await EverythingStored.FindAsync(app.Services, app.ConnectionString!, [$"It is {Secret}"]);
        stored.ShouldAllBe(place => place.Contains("answers.words", StringComparison.OrdinalIgnoreCase) || place.Contains("Answer", StringComparison.Ordinal));
        stored.ShouldNotBeEmpty("the search finds what is stored");
    }

    /// <summary>Every page of the panel as every role, and everything else once as nobody and as those who see most.</summary>
    private static bool Matters(string route, string role) =>
        route.Contains("panel", StringComparison.Ordinal) || route.Contains("codesign", StringComparison.Ordinal) || role is "" or Roles.PanelLead or Roles.LocalOfferOfficer or Roles.PlatformAdministrator;

    private sealed class Listening(PostgresCluster cluster) : App(cluster)
    {
        private readonly Ear ear = new();

        public ConcurrentQueue<string> Lines => ear.Lines;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddLogging(logging => logging.AddProvider(ear).AddFilter<Ear>(null, LogLevel.Trace)));
        }

        protected override void Dispose(bool disposing)
        {
            ear.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class Ear : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
