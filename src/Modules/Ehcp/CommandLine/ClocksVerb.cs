using Medway.LocalOffer.Platform.CommandLine;

namespace Medway.LocalOffer.Ehcp.CommandLine;

/// <summary><c>ehcp-clocks</c>: after bank holidays were loaded, so that lists are sorted by today's next dates.</summary>
internal sealed class ClocksVerb(AllClocks clocks) : ICommandLineVerb
{
    public string Verb => "ehcp-clocks";

    public string Usage => "ehcp-clocks                         work out the next date of every open EHC record again (after loading bank holidays)";

    public async Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (words.Count > 0)
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        var (records, changed) = await clocks.WorkOutAsync(cancellationToken);
        await output.WriteLineAsync($"{records} open records, {changed} with another next date.");
        return 0;
    }
}
