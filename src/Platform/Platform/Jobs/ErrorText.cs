using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Jobs;

/// <summary>What a table keeps of a failure: the type and the message, so that a staff page can show it and nothing of a person is stored.</summary>
internal static class ErrorText
{
    public const int MaximumLength = 500;

    public static string Of(Exception exception)
    {
        // EF's own message only says "see the inner exception".
        var cause = exception is DbUpdateException { InnerException: { } inner } ? inner : exception;

        // PostgreSQL refuses the zero character in text.
        var text = $"{cause.GetType().Name}: {cause.Message}".Replace('\0', ' ');
        return text.Length <= MaximumLength ? text : text[..MaximumLength];
    }
}
