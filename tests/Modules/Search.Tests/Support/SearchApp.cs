using MediatR;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Search.Features.FindHelp;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Medway.LocalOffer.Search.Tests.Support;

/// <summary>The real host over a database with the real services.</summary>
public sealed class SearchApp(PostgresCluster cluster) : App(cluster)
{
    internal async Task<FoundServices> FindAsync(string words, SearchChoices? choices = null, string? near = null, int page = 1, SortBy? sort = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var knowledge = scope.ServiceProvider.GetRequiredService<SearchKnowledge>();
        await knowledge.LoadAsync(CancellationToken.None);
        var place = near is null ? null : knowledge.Gazetteer.Find(near) ?? throw new InvalidOperationException($"{near} is not a known place.");
        Outcome<FoundServices> outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new FindServices(words, place, choices ?? SearchChoices.None, page, sort));
        return outcome.Value;
    }

    /// <summary>Everything found, page after page, as slugs.</summary>
    internal async Task<List<string>> FindAllAsync(string words, SearchChoices? choices = null, string? near = null, SortBy? sort = null)
    {
        List<string> slugs = [];
        for (var page = 1; ; page++)
        {
            var found = await FindAsync(words, choices, near, page, sort);
            slugs.AddRange(found.Cards.Select(Slug));
            if (page >= found.Pages)
            {
                return slugs;
            }
        }
    }

    /// <summary>Adds an entry of the test's own and rebuilds the word list, as the running site does after a change.</summary>
    internal async Task<SearchEntry> AddAsync(string title, string summary = "", string labels = "", Action<SearchEntry>? more = null)
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "test");
        var context = scope.ServiceProvider.GetRequiredService<SearchDbContext>();
        var id = Guid.CreateVersion7();
        var entry = new SearchEntry
        {
            Id = id,
            Source = "test",
            Url = $"/services/test-{id:n}",
            Title = title,
            Summary = summary,
            Facets = Facets.Kinds[0].Mask,
            Sureness = Sureness.NotChecked,
        };
        more?.Invoke(entry);
        context.Entries.Add(entry.FoundBy(title, labels, "", ""));
        await context.SaveChangesAsync();
        await context.Database.ExecuteSqlAsync($"select search.rebuild_words()");
        return entry;
    }

    /// <summary>Changes an entry behind the search's back: no notice is waited for.</summary>
    internal async Task ChangeAsync(SearchEntry entry, Action<SearchEntry> change)
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "test");
        var context = scope.ServiceProvider.GetRequiredService<SearchDbContext>();
        change(await context.Entries.SingleAsync(e => e.Id == entry.Id));
        await context.SaveChangesAsync();
    }

    internal static string Slug(FoundService card) => card.Slug ?? card.Url;

    /// <summary>A file of the search's reference data.</summary>
    internal static IReadOnlyList<CsvRow> Judgements(string file) => Csv($"seeds/reference/search/{file}");

    internal static IReadOnlyList<CsvRow> Csv(string file)
    {
        var path = Repository.At(file);
        var content = CsvTable.Read(new ImportFile(file, File.ReadAllBytes(path)));
        content.Problems.ShouldBeEmpty();
        return content.Rows;
    }
}

/// <summary>The seeded services alone: nobody adds to them.</summary>
[CollectionDefinition(Name)]
public sealed class SeededServices : ICollectionFixture<SearchApp>
{
    public const string Name = "seeded services";
}

/// <summary>A database that tests may add entries to.</summary>
[CollectionDefinition(Name)]
public sealed class OwnEntries : ICollectionFixture<SearchApp>
{
    public const string Name = "own entries";
}
