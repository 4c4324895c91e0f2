using System.Globalization;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Listings.Domain.Sessions;

namespace Medway.LocalOffer.Listings.Features.ImportServices;

/// <summary>Columns of a file of services that hold lists: sessions, prices, areas and facts.</summary>
internal static class ServiceLists
{
    /// <summary>In the column <c>sessions</c>: the words of days and times are not to be read as sessions.</summary>
    public const string NoSession = "none";

    /// <summary><c>tue 16:00-16:45 term; last fri 17:30-19:00</c>; without the column, what the words of days and times say beyond doubt.</summary>
    public static IReadOnlyList<SessionRule> Sessions(RowValues values, string? times)
    {
        var stated = Parts(values, "sessions");
        if (stated is [] or [NoSession])
        {
            return stated.Count == 0 ? TimesText.Sessions(times) : [];
        }

        List<SessionRule> rules = [];
        foreach (var part in stated)
        {
            if (SessionCode.Read(part, out var complaint) is { } rule)
            {
                rules.Add(rule);
            }
            else
            {
                values.Problem("sessions", complaint + ".");
            }
        }

        return rules;
    }

    /// <summary><c>Child|paid|7.95|a lesson</c>: label, kind, pounds, what it buys, note; without the column, the one of <c>cost</c> and <c>cost_note</c>.</summary>
    public static IReadOnlyList<CostWords> Costs(RowValues values)
    {
        var kind = values.Text("cost").Length == 0 ? null : values.OneOf("cost", Vocabulary.Costs);
        var note = values.Optional("cost_note", Limits.Note);
        var stated = Parts(values, "costs");
        if (stated.Count == 0)
        {
            return note is null && kind is null or Vocabulary.UnknownCost ? [] : [new CostWords(kind ?? Vocabulary.UnknownCost, null, null, null, note)];
        }

        List<CostWords> costs = [];
        foreach (var cells in stated.Select(part => ListCell.Split(part, '|')))
        {
            var cell = (int index) => index < cells.Count && cells[index].Length > 0 ? cells[index] : null;
            int? pence = null;
            if (cell(1) is not { } costKind || !Vocabulary.Costs.Contains(costKind))
            {
                values.Problem("costs", RowValues.NotOneOf(cell(1) ?? "", Vocabulary.Costs) + " A price looks like 'Child|paid|7.95|a lesson'.");
            }
            else if (cell(2) is { } pounds && !TryPence(pounds, out pence))
            {
                values.Problem("costs", "A price is written in pounds, such as 7.95, without the £ sign.");
            }
            else if (cells.Count > 5 || cells.Take(4).Any(text => text.Length > Limits.Name) || cell(4)?.Length > Limits.Note)
            {
                values.Problem("costs", $"A part of a price is too long. Make it {Limits.Name.ToString(CultureInfo.InvariantCulture)} letters or fewer.");
            }
            else
            {
                costs.Add(new CostWords(costKind, cell(0), pence, cell(3), cell(4)));
            }
        }

        return costs;
    }

    /// <summary>Pounds as people type them; null stays null.</summary>
    public static bool TryPence(string pounds, out int? pence)
    {
        pence = decimal.TryParse(pounds.TrimStart('£'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && amount is >= 0 and < 100_000 && decimal.Round(amount, 2) == amount
                ? (int)(amount * 100)
                : null;
        return pence is not null;
    }

    /// <summary>What it covers: the word in <c>town</c>, and the codes in <c>areas</c>.</summary>
    public static IReadOnlyList<string> Areas(RowValues values, string? fromTown)
    {
        var stated = Parts(values, "areas");
        foreach (var code in stated.Where(code => !NaturalKey.IsSlug(code) || code.Length > Limits.Code))
        {
            values.Problem("areas", $"'{(code.Length > 30 ? code[..30] : code)}' is not the code of an area. Write one like medway or kent-and-medway.");
        }

        return [.. stated.Append(fromTown).OfType<string>().Distinct()];
    }

    public static IReadOnlyList<FactSaid> Facts(RowValues values)
    {
        var notes = Notes(values);
        var yes = values.ListOf("accessibility", Vocabulary.AccessFacts.Keys);
        var no = values.ListOf("accessibility_no", Vocabulary.AccessFacts.Keys);
        if (yes.FirstOrDefault(no.Contains) is { } both)
        {
            values.Problem("accessibility_no", $"'{both}' stands in accessibility too. Take it out of one of the two.");
        }

        return
        [
            .. yes.Select(key => new FactSaid(Vocabulary.AccessFacts[key], AccessAnswer.Yes, notes.GetValueOrDefault(key))),
            .. no.Where(key => !yes.Contains(key)).Select(key => new FactSaid(Vocabulary.AccessFacts[key], AccessAnswer.No, notes.GetValueOrDefault(key))),
            .. notes.Where(note => !yes.Contains(note.Key) && !no.Contains(note.Key)).Select(note => new FactSaid(Vocabulary.AccessFacts[note.Key], AccessAnswer.NotKnown, note.Value)),
        ];
    }

    /// <summary><c>changing_places|Bed, no hoist; quiet_times|Ask first</c>.</summary>
    private static Dictionary<string, string> Notes(RowValues values)
    {
        Dictionary<string, string> notes = new(StringComparer.Ordinal);
        foreach (var cells in Parts(values, "accessibility_notes").Select(part => ListCell.Split(part, '|')))
        {
            if (cells is not [var key, { Length: > 0 and <= Limits.Name } note] || !Vocabulary.AccessFacts.ContainsKey(key))
            {
                values.Problem("accessibility_notes", "A note looks like 'changing_places|Bed, no hoist'. Write up to 200 letters.");
            }
            else
            {
                notes.TryAdd(key, note);
            }
        }

        return notes;
    }

    public static bool? YesNo(RowValues values, string column) => values.OneOf(column, YesNoWords);

    private static readonly IReadOnlyDictionary<string, bool> YesNoWords =
        new Dictionary<string, bool>(StringComparer.Ordinal) { ["yes"] = true, ["no"] = false };

    private static IReadOnlyList<string> Parts(RowValues values, string column)
    {
        var parts = ListCell.Split(values.Text(column), ';');
        if (parts.Count > Limits.Rows)
        {
            values.Problem(column, $"This names {parts.Count.ToString(CultureInfo.InvariantCulture)}. Name {Limits.Rows.ToString(CultureInfo.InvariantCulture)} or fewer.");
        }

        return parts;
    }
}
