using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Listings.Features.ImportFeed;

/// <summary>One item of a list of services; or, as the last one, why the file cannot be read to its end.</summary>
/// <param name="Position">From 1.</param>
internal sealed record FeedItem(int Position, JsonElement Value, string? Broken = null);

/// <summary>
/// Reads a list of services out of a JSON file, one after the other: a list on its own, or the page that <c>/services</c> answers, in the
/// words of Open Referral UK 3.0 (<c>contents</c>) or 1.0 (<c>content</c>). Of the file no more is in memory than one record.
/// </summary>
internal static class FeedFile
{
    public const long MostBytes = 100 * 1024 * 1024;

    /// <summary>Nobody describes one service in so many bytes.</summary>
    private const int LargestRecord = 2 * 1024 * 1024;

    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 40 };
    private static readonly string[] Lists = ["contents", "content", "services", "items", "data"];

    public static async IAsyncEnumerable<FeedItem> ReadAsync(ImportFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (file.Length > MostBytes)
        {
            yield return new FeedItem(1, default, "The file is bigger than 100 MB. Ask for it in parts, and load them one after the other.");
            yield break;
        }

        await using var stream = file.Open();
        var buffer = new byte[128 * 1024];
        var filled = 0;
        var walk = new Walk();
        var position = 0;
        for (var isFirst = true; ; isFirst = false)
        {
            if (filled == buffer.Length)
            {
                if (buffer.Length >= LargestRecord)
                {
                    yield return new FeedItem(position + 1, default, "This record is longer than 2 MB: nothing after it could be read.");
                    yield break;
                }

                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = await stream.ReadAtLeastAsync(buffer.AsMemory(filled), buffer.Length - filled, throwOnEndOfStream: false, cancellationToken);
            filled += read;
            var isLast = filled < buffer.Length;
            var start = isFirst && buffer.AsSpan(0, filled).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            var used = start + walk.Read(buffer.AsSpan(start, filled - start), isLast);
            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            filled -= used;
            foreach (var value in walk.Take())
            {
                yield return new FeedItem(++position, value);
            }

            if (walk.Broken is { } broken)
            {
                yield return new FeedItem(position + 1, default, broken);
                yield break;
            }

            if (isLast)
            {
                break;
            }
        }

        if (!walk.FoundList)
        {
            yield return new FeedItem(1, default, "There is no list of services in this file. It should be a list, or what the address /services of a feed answers.");
        }
    }

    /// <summary>Where in the file the reading stands between two pieces of it.</summary>
    private sealed class Walk
    {
        private readonly List<JsonElement> found = [];
        private JsonReaderState state = new(Options);
        private bool isInList;
        private string? property;

        public bool FoundList { get; private set; }

        public string? Broken { get; private set; }

        public List<JsonElement> Take()
        {
            List<JsonElement> taken = [.. found];
            found.Clear();
            return taken;
        }

        /// <returns>How many bytes need not be read again.</returns>
        public int Read(ReadOnlySpan<byte> bytes, bool isLast)
        {
            var reader = new Utf8JsonReader(bytes, isLast, state);
            try
            {
                while (Step(ref reader))
                {
                }
            }
            catch (JsonException problem)
            {
                Broken = string.Create(CultureInfo.InvariantCulture, $"From here on the file cannot be read as JSON (line {(problem.LineNumber ?? 0) + 1} of what was left). It may have been cut off on the way: get it again.");
            }

            state = reader.CurrentState;
            return (int)reader.BytesConsumed;
        }

        /// <summary>False when the next piece of the file is needed.</summary>
        private bool Step(ref Utf8JsonReader reader)
        {
            var before = reader;
            if (!reader.Read())
            {
                return false;
            }

            if (isInList)
            {
                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    isInList = false;
                    return true;
                }

                if (!JsonDocument.TryParseValue(ref reader, out var document))
                {
                    reader = before;
                    return false;
                }

                using (document)
                {
                    found.Add(document.RootElement.Clone());
                }

                return true;
            }

            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                property = reader.ValueSpan.Length <= 20 ? Encoding.UTF8.GetString(reader.ValueSpan) : null;
            }
            else if (reader.TokenType == JsonTokenType.StartArray && !FoundList && (reader.CurrentDepth == 0 || (reader.CurrentDepth == 1 && Lists.Contains(property))))
            {
                isInList = FoundList = true;
            }

            return true;
        }
    }
}
