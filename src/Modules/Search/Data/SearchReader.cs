using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Search.Domain;
using Microsoft.Extensions.Configuration;
using Npgsql;
using NpgsqlTypes;

namespace Medway.LocalOffer.Search.Data;

/// <summary>Sends the search statement and reads its rows.</summary>
internal sealed class SearchReader(SearchDatabase database, SearchKnowledge knowledge, IConfiguration configuration)
{
    private readonly SearchSql statements = new(MostRankedOf(configuration));

    /// <summary>Matches beyond this are not ranked: counts then read "more than". <c>Search:MostRanked</c> says otherwise.</summary>
    public int MostRanked { get; } = MostRankedOf(configuration);

    public async Task<SearchRows> ReadAsync(
        MatchWay way, QueryText query, SearchChoices choices, NearPlace? near, int page, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            statements.For(way, near is not null, knowledge.Entries > MostRanked),
            Text(way == MatchWay.AnyTerm ? query.Any : query.All),
            Text(query.Wide),
            Text(query.Normalised),
            new NpgsqlParameter<string[]> { TypedValue = [.. query.Needed.Select(term => term.Expression)] },
            new NpgsqlParameter { Value = (object?)choices.Age ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Smallint },
            new NpgsqlParameter<long> { TypedValue = choices.Kind },
            new NpgsqlParameter<long> { TypedValue = choices.NeedOrAny },
            new NpgsqlParameter<long> { TypedValue = choices.Cost },
            new NpgsqlParameter<NpgsqlPoint> { TypedValue = near?.Position ?? default },
            new NpgsqlParameter<int> { TypedValue = (page - 1) * SearchSql.PageSize },
            Text(query.Typed),
            Text(query.All));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        await reader.ReadAsync(cancellationToken);
        var matches = reader.IsDBNull(0) ? [] : reader.GetFieldValue<long[]>(0);
        if (reader.IsDBNull(1))
        {
            return new SearchRows(matches, []);
        }

        var ids = reader.GetFieldValue<Guid[]>(1);
        var miles = reader.GetFieldValue<double?[]>(2);
        var onlyMayFit = reader.GetFieldValue<bool[]>(3);
        var cards = new FoundService[ids.Length];
        while (await reader.ReadAsync(cancellationToken))
        {
            var place = Array.IndexOf(ids, reader.GetGuid(4));
            cards[place] = Card(reader, miles[place], onlyMayFit[place]);
        }

        return new SearchRows(matches, cards);
    }

    private static int MostRankedOf(IConfiguration configuration) => configuration.GetValue("Search:MostRanked", 5_000);

    private static FoundService Card(NpgsqlDataReader reader, double? miles, bool onlyMayFit) => new(
        reader.GetString(5),
        reader.GetString(6),
        reader.GetString(7),
        TextOrNull(reader, 8),
        TextOrNull(reader, 9),
        miles,
        TextOrNull(reader, 10),
        TextOrNull(reader, 11),
        TextOrNull(reader, 12),
        TextOrNull(reader, 13),
        SurenessOf(reader.GetString(14)),
        reader.IsDBNull(15) ? null : reader.GetFieldValue<DateOnly>(15),
        onlyMayFit);

    private static Sureness SurenessOf(string stored) => stored switch
    {
        "checked" => Sureness.Checked,
        "check_due" => Sureness.CheckDue,
        "from_public_page" => Sureness.FromPublicPage,
        _ => Sureness.NotChecked,
    };

    private static string? TextOrNull(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };
}
