using System.Text.Json;

namespace Medway.LocalOffer.Platform.Jobs;

/// <summary>
/// Work done outside a request, in a scope of its own as actor <c>job</c> under the private login. It can be cut off at any point and run
/// again, so every step it takes must be safe to repeat.
/// </summary>
public interface IJob
{
    /// <summary><c>module.noun-verb</c>, for example <c>listings.checks-remind</c>. Stored: renaming it orphans waiting jobs.</summary>
    static abstract string Kind { get; }

    /// <summary>How often a job is tried before somebody has to look. A recurring job then waits for its next turn.</summary>
    static virtual int MaxAttempts => 8;

    Task RunAsync(JobContext context, CancellationToken cancellationToken);
}

/// <param name="Id">The job's row.</param>
/// <param name="Key">What it is about; null when several of a kind may wait at once.</param>
/// <param name="Payload">JSON.</param>
/// <param name="Attempt">1 for the first try.</param>
public sealed record JobContext(Guid Id, string Kind, string? Key, string Payload, int Attempt)
{
    /// <exception cref="JsonException">The payload is not a <typeparamref name="T"/>.</exception>
    public T? Read<T>() => JsonSerializer.Deserialize<T>(Payload, JsonSerializerOptions.Web);
}
