using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Medway.LocalOffer.Platform.Web.Forms;

/// <summary>What forms do with a day that somebody typed, or a value that somebody chose.</summary>
public static class TypedDates
{
    public const string NotADate = "Write a day, a month and a year with four digits, like 3 11 2026";

    /// <summary>Reads a date field, and says beside it when what was typed is no date.</summary>
    /// <param name="state">Of the page.</param>
    /// <param name="typed">The three boxes.</param>
    /// <param name="field">Name of the property.</param>
    /// <returns>Null when nothing was typed, or no date.</returns>
    public static DateOnly? ReadDay(this ModelStateDictionary state, TypedDate typed, string field)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(typed);
        if (!typed.IsEmpty && typed.Read() is null)
        {
            state.AddModelError(field, NotADate);
        }

        return typed.Read();
    }

    /// <returns>A value that no rule accepts when nothing, or nothing we know, was chosen.</returns>
    public static T Choice<T>(string? typed)
        where T : struct, Enum => Enum.TryParse<T>(typed, out var known) && Enum.IsDefined(known) && !int.TryParse(typed, out _) ? known : (T)Enum.ToObject(typeof(T), -1);
}
