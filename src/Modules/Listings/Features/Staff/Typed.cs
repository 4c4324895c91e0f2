using System.Globalization;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Listings.Domain.Sessions;
using Medway.LocalOffer.Listings.Features.ImportServices;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Medway.LocalOffer.Listings.Features.Staff;

/// <summary>Reads what staff typed into a form. What cannot be read becomes an error of its field; the rest is read all the same.</summary>
internal static class Typed
{
    /// <summary>Without blanks at its ends; null when nothing is left.</summary>
    public static string? Text(string? text) => text?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim() is { Length: > 0 } typed ? typed : null;

    public static short? Age(ModelStateDictionary state, string field, string? text) => Text(text) is not { } typed ? null
        : short.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age <= Limits.OldestAge ? age
        : Refuse<short?>(state, field, "Write a whole number from 0 to 25, or leave it empty");

    public static double? Degrees(ModelStateDictionary state, string field, string? text) => Text(text) is not { } typed ? null
        : double.TryParse(typed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees) ? degrees
        : Refuse<double?>(state, field, "Write a number such as 51.38, or leave it empty");

    public static bool? YesNo(string? text) => text switch { "yes" => true, "no" => false, _ => null };

    public static string YesNo(bool? answer) => answer switch { true => "yes", false => "no", _ => "" };

    /// <summary>One session a line: a code, or words that can mean one thing only.</summary>
    public static IReadOnlyList<SessionRule> Sessions(ModelStateDictionary state, string field, string? text)
    {
        List<SessionRule> rules = [];
        foreach (var (index, line) in Lines(state, field, text).Index())
        {
            IReadOnlyList<SessionRule> read = SessionCode.Read(line, out var complaint) is { } rule ? [rule] : TimesText.Sessions(line);
            if (read.Count == 0)
            {
                state.AddModelError(field, $"Line {index + 1}: {complaint}");
            }

            rules.AddRange(read);
        }

        if (rules.Count > Limits.Rows)
        {
            state.AddModelError(field, $"Write {Limits.Rows} sessions or fewer");
        }

        return rules;
    }

    public static string Lines(IEnumerable<SessionRule> rules) => string.Join('\n', rules.Select(SessionCode.Write));

    /// <summary>One way to pay a line: kind, who for, pounds, what it buys, note, with | between.</summary>
    public static IReadOnlyList<CostWords> Costs(ModelStateDictionary state, string field, string? text)
    {
        List<CostWords> costs = [];
        foreach (var (index, cells) in Lines(state, field, text).Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Index())
        {
            var cell = (int at) => at < cells.Length ? Text(cells[at]) : null;
            int? pence = null;
            if (cell(0) is not { } kind || !Vocabulary.Costs.Contains(kind))
            {
                state.AddModelError(field, $"Line {index + 1}: begin with one of {string.Join(", ", Vocabulary.Costs)}, for example: paid | Child | 7.95 | a lesson");
            }
            else if (cell(2) is { } pounds && !ServiceLists.TryPence(pounds, out pence))
            {
                state.AddModelError(field, $"Line {index + 1}: write the price in pounds, such as 7.95");
            }
            else if (cells.Length > 5 || cells.Any(part => part.Length > Limits.Name))
            {
                state.AddModelError(field, $"Line {index + 1} is too long");
            }
            else
            {
                costs.Add(new CostWords(kind, cell(1), pence, cell(3), cell(4)));
            }
        }

        if (costs.Count > Limits.Rows)
        {
            state.AddModelError(field, $"Write {Limits.Rows} ways to pay or fewer");
        }

        return costs;
    }

    public static string Lines(IEnumerable<CostWords> costs) => string.Join('\n', costs.Select(cost => string.Join(
        " | ",
        cost.Kind,
        cost.Label ?? "",
        cost.Pence is { } pence ? (pence / 100m).ToString("0.00", CultureInfo.InvariantCulture) : "",
        cost.Unit ?? "",
        cost.Note ?? "").TrimEnd(' ', '|')));

    /// <param name="prefix">What the names of the fields begin with.</param>
    public static IReadOnlyList<FactSaid> Facts(
        ModelStateDictionary state, IReadOnlyDictionary<string, string> answers, IReadOnlyDictionary<string, string> notes, string prefix = "")
    {
        List<FactSaid> facts = [];
        foreach (var key in Enum.GetValues<AccessFactKey>())
        {
            var note = Text(notes.GetValueOrDefault(key.ToString()));
            if (note?.Length > Limits.Name)
            {
                state.AddModelError($"{prefix}Notes[{key}]", $"{AccessWords.Of(key)}: write {Limits.Name} letters or fewer");
            }

            switch (answers.GetValueOrDefault(key.ToString()))
            {
                case "yes":
                    facts.Add(new(key, AccessAnswer.Yes, note));
                    break;
                case "no":
                    facts.Add(new(key, AccessAnswer.No, note));
                    break;
                default:
                    if (note is not null)
                    {
                        facts.Add(new(key, AccessAnswer.NotKnown, note));
                    }

                    break;
            }
        }

        return facts;
    }

    private static T Refuse<T>(ModelStateDictionary state, string field, string message)
    {
        state.AddModelError(field, message);
        return default!;
    }

    private static string[] Lines(ModelStateDictionary state, string field, string? text)
    {
        var typed = Text(text) ?? "";
        if (typed.Length > Limits.Lines)
        {
            state.AddModelError(field, $"Write {Limits.Lines} letters or fewer");
            return [];
        }

        return typed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
