using FluentValidation;

namespace Medway.LocalOffer.Web.Features.Staff;

/// <summary>What the forms of the calendars ask of their fields.</summary>
internal static class CalendarFields
{
    public const int LongestReason = 300;

    /// <summary>What every change of a calendar says afterwards.</summary>
    public const string Saved = "Saved. From now on everything is counted by the days below.";

    /// <summary>No living memory is older, and nobody plans further; it catches a slip of the finger.</summary>
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    public static IRuleBuilderOptions<T, DateOnly?> IsADate<T>(this IRuleBuilderInitial<T, DateOnly?> rule, string example) => rule
        .Cascade(CascadeMode.Stop)
        .NotNull().WithMessage($"Type a real date, for example {example}")
        .Must(date => date!.Value.Year is >= FirstYear and <= LastYear).WithMessage($"Type a year from {FirstYear} to {LastYear}");

    public static void CanBeABankHoliday<T>(this IRuleBuilderInitial<T, DateOnly?> rule) => rule.IsADate("27 12 2027")
        .Must(date => date is not { DayOfWeek: DayOfWeek.Saturday or DayOfWeek.Sunday })
        .WithMessage("That is a weekend. Type the weekday on which people have the day off instead");

    public static void IsOneLine<T>(this IRuleBuilder<T, string> rule, string missing, int longest) => rule
        .Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage(missing)
        .MaximumLength(longest).WithMessage($"Make it shorter: {longest} letters at most")
        .Must(text => !text.Any(char.IsControl)).WithMessage("Write it in one line");

    public static void IsAReason<T>(this IRuleBuilder<T, string> rule) => rule.IsOneLine("Say why, so that the next person understands", LongestReason);
}
