using System.Globalization;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain;

namespace Medway.LocalOffer.Register.OldRegister;

/// <summary>One line of the old register that can be taken over.</summary>
/// <param name="Home">A line each, the postcode last; empty when the old register had no address.</param>
internal sealed record OldRow(
    int Line, string Number, string Given, string Family, DateOnly BornOn, string ParentGiven, string ParentFamily, string Area, string Home, IReadOnlyList<Difficulty> Difficulties)
{
    public bool HasParent => ParentGiven.Length > 0;

    /// <summary>Says nothing: a name that is written to a log by mistake must not be one.</summary>
    public override string ToString() => nameof(OldRow);
}

/// <summary>Reads lines of the old register, and says what is wrong with one by its column. No message repeats what stands in the line.</summary>
internal sealed class OldRows(INewPeople people, Settings settings, TimeProvider clock)
{
    public const int MaximumNumber = 40;

    public static readonly IReadOnlyList<string> Required = ["number", "given_name", "family_name", "birth_date", "postcode"];

    public static readonly IReadOnlyList<string> Known = [.. Required, "address", "parent_given_name", "parent_family_name", "difficulties"];

    private static readonly string[] Days = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];

    /// <summary>Codes of the children in need census (send-law §4.2).</summary>
    private static readonly Dictionary<string, Difficulty> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MOB"] = Difficulty.Mobility,
        ["HAND"] = Difficulty.HandFunction,
        ["PC"] = Difficulty.PersonalCare,
        ["INC"] = Difficulty.Continence,
        ["COMM"] = Difficulty.Communication,
        ["LD"] = Difficulty.Learning,
        ["HEAR"] = Difficulty.Hearing,
        ["VIS"] = Difficulty.Vision,
        ["BEH"] = Difficulty.Behaviour,
        ["CON"] = Difficulty.Consciousness,
        ["AUT"] = Difficulty.Autism,
        ["DDA"] = Difficulty.Other,
    };

    /// <returns>The line, or what is wrong with it.</returns>
    public (OldRow? Row, IReadOnlyList<ImportProblem> Problems) Read(CsvRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var born = DateOnly.TryParseExact(row["birth_date"], Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        var area = Area.Of(row["postcode"]);
        var home = row["address"].Length == 0 ? "" : string.Join('\n', [.. row["address"].Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), row["postcode"]]);
        var hasParent = row["parent_given_name"].Length + row["parent_family_name"].Length > 0;
        var mustHaveParent = born is { } birthday && RegisterAges.Sixteenth(birthday) > clock.Today();
        List<ImportProblem> problems =
        [
            .. Problem(row, "number", row["number"] switch { "" => "Write the number that this line had in the old register", { Length: > MaximumNumber } => $"Write {MaximumNumber} signs or fewer", _ => null }),
            .. Problem(row, "given_name", NameProblem(row["given_name"])),
            .. Problem(row, "family_name", NameProblem(row["family_name"])),
            .. Problem(row, "birth_date", BirthProblem(row["birth_date"], born)),
            .. Problem(row, "postcode", area is null ? "Write the whole postcode" : settings.IsInArea(area) ? null : "This postcode is not in Medway. Take the line out, or put the postcode right"),
            .. Problem(row, "address", home.Length == 0 ? null : people.ContactProblem(ContactPointKind.Address, home)),
            .. Problem(row, "parent_given_name", hasParent ? NameProblem(row["parent_given_name"]) : mustHaveParent ? "Write the first name of a parent or carer: we write to them. It may be empty from 16 on" : null),
            .. Problem(row, "parent_family_name", hasParent ? NameProblem(row["parent_family_name"]) : null),
            .. Problem(row, "difficulties", row["difficulties"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(Codes.ContainsKey)
                ? null
                : $"Write codes with semicolons between them. There are: {string.Join(", ", Codes.Keys)}"),
        ];
        return problems.Count > 0
            ? (null, problems)
            : (new OldRow(
                row.Line, row["number"], row["given_name"], row["family_name"], born!.Value, row["parent_given_name"], row["parent_family_name"], area!, home,
                [.. row["difficulties"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(code => Codes[code]).Distinct()]), []);
    }

    private static IEnumerable<ImportProblem> Problem(CsvRow row, string column, string? message) => message is null ? [] : [new ImportProblem(row.Line, column, message)];

    private string? NameProblem(string name) => name.Any(char.IsDigit) ? "There are digits in this name. Has a column moved?" : people.NameProblem(name);

    private string? BirthProblem(string typed, DateOnly? born)
    {
        if (typed.Length == 0)
        {
            return "There is no birth date. Find it out, or take the line out: without it nobody knows who decides";
        }

        return born is not { } day ? "This is no date. Write it as 2015-03-31 or 31/03/2015. Has a column moved?"
            : day > clock.Today() ? "This birth date is in the future. Check the year"
            : RegisterAges.Problem(day, clock.Today()) is null ? null : "The register is for people under 25. Take the line out, or check the year";
    }
}
