using System.Collections.Concurrent;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Feedback.Tests.Support;

/// <summary>A host whose every line of the log is kept, of every level.</summary>
public sealed class LoggedApp(PostgresCluster cluster) : App(cluster)
{
    public ConcurrentQueue<string> Lines { get; } = [];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(new Kept(Lines)).AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace)));
    }

    private sealed class Kept(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // Nothing is held: the lines belong to the test.
        }
    }
}
