using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Medway.LocalOffer.CoDesign.Tests.Support;

/// <summary>Young people who come in with a card.</summary>
internal static class Panels
{
    public const string Page = MadePanels.Page;
    public const string Contact = MadePanels.Contact;

    /// <summary>A browser that came in with this card.</summary>
    public static async Task<HttpClient> SitAsync(this App app, string card)
    {
        var client = app.CreateClient();
        var sent = await (await client.PageAsync("/panel")).SubmitAsync(client, "main form", [("Words", card)]);
        sent.Response.Headers.Location?.OriginalString.ShouldBe("/panel/welcome/1", sent.MainText);
        return client;
    }

    /// <summary>Answers one part, as the form does.</summary>
    public static async Task<Page> AnswerAsync(this HttpClient reviewer, int part, Pick pick, string words = "", params IReadOnlyList<(string Name, string? Value)> more) =>
        await (await reviewer.PageAsync($"/panel/parts/{part}")).SubmitAsync(reviewer, "form.review", [("Pick", pick.ToString()), ("Words", words), .. more]);

    public static async Task<T> ReadAsync<T>(this App app, Func<CoDesignDbContext, Task<T>> read)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        return await read(scope.ServiceProvider.GetRequiredService<CoDesignDbContext>());
    }

    /// <summary>What an operation ends in, as the command line sends it.</summary>
    public static async Task<Outcome<T>> TryAsync<T>(this App app, IRequest<Outcome<T>> operation)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(operation);
    }

    public static async Task RunTidyAsync(this App app)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "tests");
        var job = ActivatorUtilities.CreateInstance<Flow.TidyPanelJob>(scope.ServiceProvider);
        await job.RunAsync(new JobContext(Guid.CreateVersion7(), Flow.TidyPanelJob.Kind, null, "{}", 1), CancellationToken.None);
    }
}
