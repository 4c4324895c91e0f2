using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Search.Domain;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Medway.LocalOffer.Search.Data;

/// <summary>
/// Cards by id and version, as many as a large directory shows often. A card is only ever asked for by the version that the search just saw in
/// its row, so one that was changed is never handed out, on any host, and nothing has to be told that it changed.
/// </summary>
internal sealed class CardShelf(SearchDatabase database) : IDisposable
{
    /// <summary>About a kilobyte each.</summary>
    private const int Most = 10_000;

    private readonly MemoryCache cards = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>By id; what was taken away since its row was read is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, StoredCard>> ReadAsync(IReadOnlyList<CardKey> keys, CancellationToken cancellationToken)
    {
        Dictionary<Guid, StoredCard> found = new(keys.Count);
        List<Guid> missing = [];
        foreach (var key in keys)
        {
            if (cards.TryGetValue(key, out StoredCard? card))
            {
                found.Add(key.Id, card!);
            }
            else
            {
                missing.Add(key.Id);
            }
        }

        if (missing.Count == 0)
        {
            return found;
        }

        await using var command = database.Command(SearchSql.Cards, new NpgsqlParameter<Guid[]> { TypedValue = [.. missing] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var card = Read(reader);
            var key = new CardKey(reader.GetGuid(0), reader.GetFieldValue<uint>(1));
            found.Add(key.Id, cards.Set(key, card, new MemoryCacheEntryOptions { Size = 1 }));
        }

        return found;
    }

    public void Dispose() => cards.Dispose();

    private static StoredCard Read(NpgsqlDataReader row) => new(
        new FoundService(
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetString(5),
            TextOrNull(row, 6),
            TextOrNull(row, 7),
            Miles: null,
            TextOrNull(row, 8),
            NextOn: null,
            TextOrNull(row, 10),
            TextOrNull(row, 11),
            TextOrNull(row, 12),
            SurenessOf(row.GetString(13)),
            row.IsDBNull(14) ? null : row.GetFieldValue<DateOnly>(14),
            NotTold: []),
        row.GetFieldValue<DateOnly[]>(9));

    private static Sureness SurenessOf(string stored) => stored switch
    {
        "checked" => Sureness.Checked,
        "check_due" => Sureness.CheckDue,
        "from_public_page" => Sureness.FromPublicPage,
        _ => Sureness.NotChecked,
    };

    private static string? TextOrNull(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
