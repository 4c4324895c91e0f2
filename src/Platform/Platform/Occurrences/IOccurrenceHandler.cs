using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Medway.LocalOffer.Platform.Occurrences;

/// <summary>What is due.</summary>
/// <param name="Kind">Of its handler.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Key">Which of the subject's occurrences.</param>
/// <param name="Due">When it was due; a handler may be called later, never earlier.</param>
public sealed record Occurrence(string Kind, Guid Subject, string Key, DateTimeOffset Due);

/// <summary>
/// Does what is due, once. It runs in a scope of its own as actor <c>job</c> under the private login, inside the transaction that marks the
/// occurrence as done: what it writes to the database and the mark commit together, or neither does and it is tried again later. So it sends
/// nothing itself: it writes the message, the job or the event that will.
/// </summary>
public interface IOccurrenceHandler
{
    /// <summary><c>module.noun-verb</c>, for example <c>content.owners-remind</c>. Stored: renaming it orphans what waits.</summary>
    static abstract string Kind { get; }

    /// <summary>Looks first whether there is still a reason; doing nothing also counts as done.</summary>
    Task HandleAsync(Occurrence occurrence, CancellationToken cancellationToken);
}

public static class OccurrenceServices
{
    /// <summary>Makes a kind of occurrence known to the job that hands out what is due.</summary>
    public static IServiceCollection AddOccurrenceHandler<THandler>(this IServiceCollection services)
        where THandler : class, IOccurrenceHandler
    {
        services.TryAddScoped<THandler>();
        return services.AddSingleton(new OccurrenceDefinition(THandler.Kind, typeof(THandler)));
    }
}

internal sealed record OccurrenceDefinition(string Kind, Type Handler);
