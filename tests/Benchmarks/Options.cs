using System.Globalization;

namespace Medway.LocalOffer.Benchmarks;

internal sealed record Options(string Name, int Records, int Seconds)
{
    private static readonly string[] Names = ["search", "pages", "start", "messages", "import", "cap", "ehcp", "pack"];

    /// <returns>Null when the words make no sense.</returns>
    public static Options? Read(string[] words)
    {
        if (words is not [var name, .. var rest] || !Names.Contains(name) || rest.Length % 2 != 0)
        {
            return null;
        }

        var options = new Options(name, name switch { "import" => 100_000, "ehcp" or "pack" => 10_000, _ => 2_000 }, 15);
        foreach (var pair in rest.Chunk(2))
        {
            if (!int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            {
                return null;
            }

            options = pair[0] switch
            {
                "--records" => options with { Records = number },
                "--seconds" => options with { Seconds = number },
                _ => null,
            };
            if (options is null)
            {
                return null;
            }
        }

        return options;
    }
}
