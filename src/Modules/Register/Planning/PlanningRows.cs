using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Domain.Planning;
using Medway.LocalOffer.Register.Features;

namespace Medway.LocalOffer.Register.Planning;

/// <summary>The rows of each table, and in which of them a child stands.</summary>
/// <param name="areas">First parts of the postcodes that are ours.</param>
internal sealed class PlanningRows(CodeLists lists, IReadOnlyList<string> areas)
{
    private const string NotKnown = "not-known";
    private const string Elsewhere = "elsewhere";

    public IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [PlanningTable.Impairments.Slug] = [.. Enum.GetNames<Difficulty>()],
        [PlanningTable.Districts.Slug] = [.. areas, Elsewhere],
        [PlanningTable.Settings.Slug] = [.. lists.Settings.Select(code => code.Code), NotKnown],
        [PlanningTable.ServicesUsed.Slug] = [.. lists.Services.Select(code => code.Code)],
        [PlanningTable.ServicesWanted.Slug] = [.. lists.Services.Select(code => code.Code)],
    };

    public string Words(PlanningTable table, string row)
    {
        ArgumentNullException.ThrowIfNull(table);
        return (table.Slug, row) switch
        {
            (_, NotKnown) => "Not known",
            (_, Elsewhere) => "Elsewhere, or not known",
            _ when table == PlanningTable.Impairments => RegisterWords.Of(Enum.Parse<Difficulty>(row)),
            _ when table == PlanningTable.Districts => row,
            _ => lists.Words(table == PlanningTable.Settings ? CodeLists.Setting : CodeLists.Service, row),
        };
    }

    public CountedChild Of(RegisterEntry entry, AgeBand band)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var coded = entry.Coded();
        return new CountedChild(band, new Dictionary<string, IReadOnlyList<string>>
        {
            [PlanningTable.Impairments.Slug] = [.. entry.DifficultiesRead().Select(one => one.ToString())],
            [PlanningTable.Districts.Slug] = [areas.Contains(entry.Area, StringComparer.Ordinal) ? entry.Area : Elsewhere],
            [PlanningTable.Settings.Slug] = [All[PlanningTable.Settings.Slug].Contains(coded.Setting) ? coded.Setting : NotKnown],
            [PlanningTable.ServicesUsed.Slug] = coded.ServicesUsed,
            [PlanningTable.ServicesWanted.Slug] = coded.ServicesWanted,
        });
    }
}
