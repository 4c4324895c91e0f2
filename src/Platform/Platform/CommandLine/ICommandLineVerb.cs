namespace Medway.LocalOffer.Platform.CommandLine;

/// <summary>A verb of the command line that a module brings along, so that the host need not know what is inside it. Registered as scoped.</summary>
public interface ICommandLineVerb
{
    /// <summary>The first word, for example <c>create-admin</c>.</summary>
    string Verb { get; }

    /// <summary>The words after it and what it does, for the list of commands.</summary>
    string Usage { get; }

    /// <summary>Acts as the command line, in a scope of its own.</summary>
    /// <returns>0 when done, 1 when refused, 2 when the words make no sense.</returns>
    Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, TextWriter errors, CancellationToken cancellationToken);
}
