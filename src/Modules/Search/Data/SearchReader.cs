using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Search.Domain;
using Microsoft.Extensions.Configuration;
using Npgsql;
using NpgsqlTypes;

namespace Medway.LocalOffer.Search.Data;

/// <summary>Everything one statement needs.</summary>
/// <param name="Sort">Null: by distance when there is a place and all the words are met, else by fit.</param>
/// <param name="Bets">What staff want first for these words.</param>
internal sealed record SearchQuery(
    QueryText Text, SearchChoices Choices, NearPlace? Near, SortBy? Sort, IReadOnlyList<Guid> Bets, int Page)
{
    public SortBy SortOf(MatchWay way) => Sort switch
    {
        SortBy.Nearest when Near is null => SortBy.Best,
        { } chosen => chosen,
        _ => Near is not null && way != MatchWay.AnyTerm ? SortBy.Nearest : SortBy.Best,
    };
}

/// <summary>Sends the search statement, puts what matched in order and fetches the cards of the page.</summary>
internal sealed class SearchReader(SearchDatabase database, SearchKnowledge knowledge, CardShelf shelf, TimeProvider clock, IConfiguration configuration)
{
    /// <summary>Ten cards fill a phone several times over; more would be bytes and work for what few scroll to.</summary>
    public const int PageSize = 10;

    private readonly SearchSql statements = new(MostRankedOf(configuration));

    /// <summary>Matches beyond this are not ranked: counts then read "more than". <c>Search:MostRanked</c> says otherwise.</summary>
    public int MostRanked { get; } = MostRankedOf(configuration);

    public async Task<SearchRows> ReadAsync(MatchWay way, SearchQuery query, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var matches = await MatchAsync(way, query, today, cancellationToken);
        var page = matches.Page(query.Choices, query.SortOf(way), query.Page, PageSize);
        var cards = await shelf.ReadAsync([.. page.Select(matches.KeyOf)], cancellationToken);

        List<FoundService> found = new(page.Length);
        foreach (var match in page)
        {
            if (cards.TryGetValue(matches.KeyOf(match).Id, out var card))
            {
                found.Add(card.For(today, matches.MilesOf(match), query.Choices.NotTold(matches.Facets[match])));
            }
        }

        return new SearchRows(matches.Facets, found);
    }

    private async Task<Matches> MatchAsync(MatchWay way, SearchQuery query, DateOnly today, CancellationToken cancellationToken)
    {
        var (text, choices, near) = (query.Text, query.Choices, query.Near);
        var shape = new SearchShape(
            way,
            Near: near is not null,
            Soonest: query.SortOf(way) == SortBy.Soonest,
            TitlesFirst: knowledge.Entries > MostRanked,
            HasBets: query.Bets.Count > 0 && way != MatchWay.Browse,
            HasAge: choices.Age is not null,
            WithPages: (choices.Of(ChoiceGroups.Kind) & Facets.Page) != 0,
            text.HasOtherWords);
        await using var command = database.Command(
            statements.For(shape),
            Text(way == MatchWay.AnyTerm ? text.Any : text.All),
            Text(text.Wide),
            Text(text.Normalised),
            new NpgsqlParameter<string[]> { TypedValue = [.. text.Needed.Select(term => term.Expression)] },
            new NpgsqlParameter { Value = (object?)choices.Age ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Smallint },
            new NpgsqlParameter<NpgsqlPoint> { TypedValue = near?.Position ?? default },
            Text(text.Typed),
            Text(text.All),
            new NpgsqlParameter<DateOnly> { TypedValue = today },
            new NpgsqlParameter<Guid[]> { TypedValue = [.. query.Bets] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new Matches(Bytes(reader, 0) ?? [], Bytes(reader, 1) ?? [], Bytes(reader, 2) ?? [], Bytes(reader, 3), Bytes(reader, 4));
    }

    private static int MostRankedOf(IConfiguration configuration) => configuration.GetValue("Search:MostRanked", 2_500);

    private static byte[]? Bytes(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };
}
