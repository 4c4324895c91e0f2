using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.CommandLine;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Messaging.CommandLine;

/// <summary><c>rehearse-messages N</c>: so many messages to the demo families through gate and engine into the sink, and how fast. Never in Production.</summary>
internal sealed class RehearseVerb(
    IServiceScopeFactory scopes, Dispatcher dispatcher, IContactPoints points, SeedFiles files, WaysOut ways, IHostEnvironment environment, TimeProvider clock) : ICommandLineVerb
{
    /// <summary>Pages, jobs and events ask side by side, so this does too.</summary>
    private const int AtOnce = 4;

    /// <summary>A host runs for weeks: what the runtime compiles the first time is done before anything is measured.</summary>
    private const int WarmUp = 300;

    public string Verb => "rehearse-messages";

    public string Usage => "rehearse-messages N                 N messages to the demo families into the sink, and how fast (not in production)";

    public async Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (words is not [var text] || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > 1_000_000)
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        if (environment.IsProduction() || !ways.AreShut)
        {
            await errors.WriteLineAsync("Messages are rehearsed outside production only, and into the sink only.");
            return 1;
        }

        List<Guid> to = [];
        foreach (var row in files.Rows(SeedSet.Demo, "people.csv", "id"))
        {
            to.AddRange((await points.OfPersonAsync(Guid.Parse(row["id"]), cancellationToken)).Select(point => point.Id));
        }

        if (to.Count == 0)
        {
            await errors.WriteLineAsync("There are no demo families: run seed demo first.");
            return 1;
        }

        await RehearseAsync(WarmUp, to, cancellationToken);
        var (rehearsal, asking, sending) = await RehearseAsync(count, to, cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentLogin>().Value = DatabaseLogin.Private;
        var ended = await scope.ServiceProvider.GetRequiredService<MessagingDbContext>().Messages
            .Where(m => m.OccurrenceKey.StartsWith($"rehearsal {rehearsal} ")).GroupBy(m => m.State)
            .Select(group => new { State = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var sunk = ended.Where(state => state.State == MessageState.Sunk).Sum(state => state.Count);

        // Some of the families need Braille or a recording, or are not to be written to: those wait for somebody, and that is an end too.
        var kept = ended.Where(state => state.State is MessageState.Held or MessageState.ToMake).Sum(state => state.Count);
        await output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            bench = "messages",
            messages = count,
            sunk,
            kept,
            recipients = to.Count,
            asked_per_second = Math.Round(count / asking.TotalSeconds),
            per_second = Math.Round((sunk + kept) / sending.TotalSeconds),
        }));
        return sunk > 0 && sunk + kept == count ? 0 : 1;
    }

    /// <returns>How its messages are called, how long asking took, and then sending.</returns>
    private async Task<(Guid Rehearsal, TimeSpan Asking, TimeSpan Sending)> RehearseAsync(int count, List<Guid> to, CancellationToken cancellationToken)
    {
        var rehearsal = Guid.CreateVersion7(clock.GetUtcNow());
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (number, token) => await AskAsync(
                new MessageRequest("accounts.family-app-added", $"rehearsal {rehearsal} {number}", to[number % to.Count], null, new Dictionary<string, string>()), token));
        var asked = Stopwatch.GetTimestamp();
        await dispatcher.RunAsync(cancellationToken);
        return (rehearsal, Stopwatch.GetElapsedTime(began, asked), Stopwatch.GetElapsedTime(asked));
    }

    /// <summary>Each in a scope and a transaction of its own, as modules ask.</summary>
    private async Task AskAsync(MessageRequest message, CancellationToken cancellationToken)
    {
        using var transaction = OneTransaction.Begin();
        await using (var scope = scopes.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentLogin>().Value = DatabaseLogin.Private;
            await scope.ServiceProvider.GetRequiredService<IMessages>().RequestAsync(message, cancellationToken);
        }

        transaction.Complete();
    }
}
