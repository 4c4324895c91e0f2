using FluentValidation;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.PlainWords;

namespace Medway.LocalOffer.People.Domain;

/// <summary>Rules that several forms share.</summary>
internal static class Words
{
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    public static void MustBeAReason<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithMessage("Write why, or how you know")
        .MaximumLength(MergeRecord.MaximumReason).WithMessage($"Write {MergeRecord.MaximumReason} letters or fewer")
        .Must(reason => !reason.Any(char.IsControl)).WithMessage("Write the reason in one line");

    /// <summary>One line of letters: a name with a line break in it could write headers of an e-mail.</summary>
    public static void MustBeAName<T>(this IRuleBuilderInitial<T, string> rule, string missing) => rule
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage(missing)
        .MaximumLength(PersonRecord.MaximumName).WithMessage($"Write {PersonRecord.MaximumName} letters or fewer")
        .Must(IsOneLine).WithMessage("Write the name in one line, without signs that cannot be seen")
        .Must(name => name.Any(char.IsLetter)).WithMessage("A name has letters in it")
        .Must(name => !name.Split(' ', '-').Any(Alphabets.AreMixed)).WithMessage("That name mixes letters of two alphabets that look alike. Type it again with one keyboard");

    /// <summary>No control characters, and none that turn the direction of writing round or cannot be seen.</summary>
    public static bool IsOneLine(string text) => !text.Any(letter =>
        char.IsControl(letter)
        || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator
        || (char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.Format && letter is not '\u200d' and not '\u200c'));

    /// <summary>A day that nobody has said is in order with any other.</summary>
    public static bool IsInOrder(DateOnly? first, DateOnly? last) => first is null || last is null || last >= first;

    /// <returns>What is wrong with a birth date; null when nothing is.</returns>
    public static string? BirthProblem(DateOnly? born, DateOnly today) => born switch
    {
        null => null,
        { } day when day > today => "The birth date is in the future",
        { } day when day < Earliest => "The birth date is before 1900",
        _ => null,
    };
}
