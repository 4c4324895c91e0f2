using System.Collections.Concurrent;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Search.Features.FindHelp;
using Npgsql;

namespace Medway.LocalOffer.Search.Features.Counting;

/// <summary>
/// Counts searches in memory and adds the sums to the database now and then, so that counting costs a search nothing. What is kept: the
/// words without anything that could name a person, the day, how many; beside them, and never with them, the area and what kind of help.
/// </summary>
internal sealed class SearchTally(
    SearchDatabase database, SearchKnowledge knowledge, SuggestionSource source, KeptWords kept, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>A nearest place beyond this is not near.</summary>
    private const double FarMiles = 5;

    /// <summary>Different searches held at once; more in one minute are somebody's script.</summary>
    private const int MostHeld = 5_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim adding = new(1, 1);
    private ConcurrentDictionary<(DateOnly Day, string Words), Sum> words = new();
    private ConcurrentDictionary<(DateOnly Day, string Area, string Choice), Sum> places = new();

    /// <summary>What cached pages were made for, so that handing one out counts too.</summary>
    private readonly ConcurrentDictionary<string, Search> made = new(StringComparer.Ordinal);
    private DateTimeOffset addedAt = clock.GetUtcNow();

    /// <summary>A page was made for a search.</summary>
    /// <param name="query">Its query string, by which it may be handed out again.</param>
    public async ValueTask AskedAsync(string query, string typed, NearPlace? near, SearchChoices choices, FoundServices found, CancellationToken cancellationToken)
    {
        var written = await source.WordsAsync(cancellationToken);
        var lexicon = (await knowledge.LoadAsync(cancellationToken)).Lexicon;
        var search = new Search(
            typed.Length == 0 ? null : kept.Of(typed, word => written.Contains(word) || lexicon.HasWord(word)),
            near is null ? null : Area(near.Name),
            [.. new[] { ChoiceGroups.Kind, ChoiceGroups.Need }.SelectMany(group => group.Offered.Where(facet => (choices.Of(group) & facet.Mask) != 0)).Select(facet => facet.Value)],
            found.Counts.Total,
            found.Cards.Count > 0 && found.Sort == SortBy.Nearest && found.Cards.All(card => card.Miles is null or > FarMiles));
        if (made.Count > MostHeld)
        {
            made.Clear();
        }

        made[query] = search;
        await CountAsync(search, cancellationToken);
    }

    /// <summary>A page that was made before was handed out again.</summary>
    public ValueTask AskedAgainAsync(string query, CancellationToken cancellationToken) =>
        made.TryGetValue(query, out var search) ? CountAsync(search, cancellationToken) : ValueTask.CompletedTask;

    /// <summary>A result of a search for these words was opened. Words that nobody searched for on this host are passed over.</summary>
    public void Opened(string typed)
    {
        if (made.Values.FirstOrDefault(search => search.Words == Platform.Search.SearchText.Normalise(typed)) is { Words: { } known })
        {
            Add(words, (clock.Today(), known), sum => sum with { Opened = sum.Opened + 1 });
        }
    }

    /// <summary>Adds what was counted to the database.</summary>
    public async Task AddUpAsync(CancellationToken cancellationToken)
    {
        await adding.WaitAsync(cancellationToken);
        try
        {
            addedAt = clock.GetUtcNow();
            var (ofWords, ofPlaces) = (Interlocked.Exchange(ref words, new()).ToArray(), Interlocked.Exchange(ref places, new()).ToArray());
            if (ofWords.Length > 0)
            {
                await SendAsync(
                    "insert into search.asked_words (id, day, words, found, asked, opened) select * from unnest($1, $2, $3, $4, $5, $6)",
                    cancellationToken,
                    Column(ofWords, _ => Guid.CreateVersion7(addedAt)),
                    Column(ofWords, row => row.Key.Day),
                    Column(ofWords, row => row.Key.Words),
                    Column(ofWords, row => row.Value.Found),
                    Column(ofWords, row => row.Value.Asked),
                    Column(ofWords, row => row.Value.Opened));
            }

            if (ofPlaces.Length > 0)
            {
                await SendAsync(
                    "insert into search.asked_places (id, day, area, choice, asked, nothing, far) select * from unnest($1, $2, $3, $4, $5, $6, $7)",
                    cancellationToken,
                    Column(ofPlaces, _ => Guid.CreateVersion7(addedAt)),
                    Column(ofPlaces, row => row.Key.Day),
                    Column(ofPlaces, row => row.Key.Area),
                    Column(ofPlaces, row => row.Key.Choice),
                    Column(ofPlaces, row => row.Value.Asked),
                    Column(ofPlaces, row => row.Value.Nothing),
                    Column(ofPlaces, row => row.Value.Far));
            }
        }
        finally
        {
            adding.Release();
        }
    }

    /// <summary>What a host has counted is not lost when it stops in order.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await AddUpAsync(CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // A minute of counts goes with a database that is there no more.
        }

        adding.Dispose();
    }

    private async ValueTask CountAsync(Search search, CancellationToken cancellationToken)
    {
        var day = clock.Today();
        if (search.Words is { } kept && words.Count < MostHeld)
        {
            Add(words, (day, kept), sum => sum with { Asked = sum.Asked + 1, Found = search.Found });
        }

        if (search.Area is { } area && places.Count < MostHeld)
        {
            foreach (var choice in search.Choices.DefaultIfEmpty(""))
            {
                Add(places, (day, area, choice), sum => sum with
                {
                    Asked = sum.Asked + 1,
                    Nothing = sum.Nothing + (search.Found == 0 ? 1 : 0),
                    Far = sum.Far + (search.IsFar ? 1 : 0),
                });
            }
        }

        // One search a minute carries the sums; the others pass.
        if (clock.GetUtcNow() - addedAt > Patience && adding.CurrentCount > 0)
        {
            await AddUpAsync(cancellationToken);
        }
    }

    private static void Add<TKey>(ConcurrentDictionary<TKey, Sum> sums, TKey key, Func<Sum, Sum> more)
        where TKey : notnull => sums.AddOrUpdate(key, _ => more(default), (_, sum) => more(sum));

    /// <summary>"ME7 1" is a few streets: its first part is an area.</summary>
    private static string Area(string name) => name.Length <= 8 && name.Any(char.IsAsciiDigit) ? name.Split(' ')[0] : name;

    private async Task SendAsync(string sql, CancellationToken cancellationToken, params NpgsqlParameter[] columns)
    {
        await using var command = database.Command(sql, columns);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlParameter<TValue[]> Column<TRow, TValue>(TRow[] rows, Func<TRow, TValue> value) => new() { TypedValue = [.. rows.Select(value)] };

    private readonly record struct Sum(int Asked, int Found, int Opened, int Nothing, int Far);

    /// <param name="Words">Null when none were typed, or when they must not be kept.</param>
    /// <param name="IsFar">Everything on the first page is far from the place that was asked for.</param>
    private sealed record Search(string? Words, string? Area, IReadOnlyList<string> Choices, int Found, bool IsFar);
}
