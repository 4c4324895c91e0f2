using System.Buffers.Binary;
using System.Runtime.InteropServices;
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

/// <summary>Sends the search statement and reads its rows.</summary>
internal sealed class SearchReader(SearchDatabase database, SearchKnowledge knowledge, TimeProvider clock, IConfiguration configuration)
{
    private readonly SearchSql statements = new(MostRankedOf(configuration));

    /// <summary>Matches beyond this are not ranked: counts then read "more than". <c>Search:MostRanked</c> says otherwise.</summary>
    public int MostRanked { get; } = MostRankedOf(configuration);

    public async Task<SearchRows> ReadAsync(MatchWay way, SearchQuery query, CancellationToken cancellationToken)
    {
        var (text, choices, near) = (query.Text, query.Choices, query.Near);
        var hasBets = query.Bets.Count > 0 && way != MatchWay.Browse;
        await using var command = database.Command(
            statements.For(new SearchShape(
                way, near is not null, query.SortOf(way), knowledge.Entries > MostRanked, hasBets, !choices.IsAny, text.HasOtherWords)),
            Text(way == MatchWay.AnyTerm ? text.Any : text.All),
            Text(text.Wide),
            Text(text.Normalised),
            new NpgsqlParameter<string[]> { TypedValue = [.. text.Needed.Select(term => term.Expression)] },
            new NpgsqlParameter { Value = (object?)choices.Age ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Smallint },
            new NpgsqlParameter<NpgsqlPoint> { TypedValue = near?.Position ?? default },
            new NpgsqlParameter<int> { TypedValue = (query.Page - 1) * SearchSql.PageSize },
            Text(text.Typed),
            Text(text.All),
            new NpgsqlParameter<DateOnly> { TypedValue = clock.Today() },
            new NpgsqlParameter<Guid[]> { TypedValue = [.. query.Bets] },
            Number(choices.IsAny ? 0 : SearchChoices.SaidNo(ChoiceGroups.Access, choices.Of(ChoiceGroups.Access))));
        foreach (var group in choices.IsAny ? [] : ChoiceGroups.All)
        {
            command.Parameters.Add(Number(choices.Of(group)));
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        await reader.ReadAsync(cancellationToken);
        var matches = reader.IsDBNull(0) ? [] : Facets(reader.GetFieldValue<byte[]>(0));
        if (reader.IsDBNull(1))
        {
            return new SearchRows(matches, []);
        }

        var ids = reader.GetFieldValue<Guid[]>(1);
        var miles = reader.GetFieldValue<double?[]>(2);
        var facets = reader.GetFieldValue<long[]>(3);
        var cards = new FoundService[ids.Length];
        while (await reader.ReadAsync(cancellationToken))
        {
            var place = Array.IndexOf(ids, reader.GetGuid(4));
            cards[place] = Card(reader, miles[place], choices.NotTold(facets[place]));
        }

        return new SearchRows(matches, cards);
    }

    private static int MostRankedOf(IConfiguration configuration) => configuration.GetValue("Search:MostRanked", 5_000);

    /// <summary>Big-endian numbers one after the other: an array would be read one element at a time.</summary>
    private static long[] Facets(byte[] sent)
    {
        var numbers = new long[sent.Length / sizeof(long)];
        BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, long>(sent), numbers);
        return numbers;
    }

    private static FoundService Card(NpgsqlDataReader reader, double? miles, IReadOnlyList<string> notTold) => new(
        reader.GetString(5),
        reader.GetString(6),
        reader.GetString(7),
        reader.GetString(8),
        TextOrNull(reader, 9),
        TextOrNull(reader, 10),
        miles,
        TextOrNull(reader, 11),
        reader.IsDBNull(12) ? null : reader.GetFieldValue<DateOnly>(12),
        TextOrNull(reader, 13),
        TextOrNull(reader, 14),
        TextOrNull(reader, 15),
        SurenessOf(reader.GetString(16)),
        reader.IsDBNull(17) ? null : reader.GetFieldValue<DateOnly>(17),
        notTold);

    private static Sureness SurenessOf(string stored) => stored switch
    {
        "checked" => Sureness.Checked,
        "check_due" => Sureness.CheckDue,
        "from_public_page" => Sureness.FromPublicPage,
        _ => Sureness.NotChecked,
    };

    private static string? TextOrNull(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static NpgsqlParameter<long> Number(long value) => new() { TypedValue = value };

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };
}
