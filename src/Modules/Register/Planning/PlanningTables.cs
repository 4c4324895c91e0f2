using System.Globalization;
using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain.Planning;
using Medway.LocalOffer.Register.Features.Staff.LoadPlanningTable;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Planning;

/// <summary>Reads the two tables that planning may have from elsewhere. A file stands for the whole table: what is not in it goes.</summary>
internal sealed class PlanningTables(RegisterDbContext context, PostcodeIndexes postcodes, AuditTrail audit)
{
    private static readonly Dictionary<string, AgeBand> Bands = AgeBands.All.ToDictionary(BandKey, StringComparer.Ordinal);

    /// <summary>As the file writes it: <c>5-10</c>.</summary>
    public static string BandKey(AgeBand band) => AgeBands.Words(band).Replace(" to ", "-", StringComparison.Ordinal).Replace(" and ", "-", StringComparison.Ordinal);

    public async Task<ImportReport> LoadWardsAsync(ImportFile file, bool dryRun, CancellationToken cancellationToken)
    {
        var content = CsvTable.Read(file, "postcode", "ward");
        List<ImportProblem> problems = [.. content.Problems];
        Dictionary<string, PostcodeWard> wards = new(StringComparer.Ordinal);
        foreach (var row in content.Rows)
        {
            var index = postcodes.Of(row["postcode"]);
            if (index is null)
            {
                problems.Add(new ImportProblem(row.Line, "postcode", "Write a whole postcode, like ME4 4TR."));
            }
            else if (row["ward"] is not { Length: > 0 and <= PostcodeWard.MaximumWard } ward)
            {
                problems.Add(new ImportProblem(row.Line, "ward", $"Write the name of the ward, in {PostcodeWard.MaximumWard} letters or fewer."));
            }
            else if (!wards.TryAdd(Convert.ToHexString(index), new PostcodeWard { PostcodeIndex = index, Ward = ward }))
            {
                problems.Add(new ImportProblem(row.Line, "postcode", "This postcode stands twice in this file."));
            }
        }

        var stored = await context.PostcodeWards.ToDictionaryAsync(ward => Convert.ToHexString(ward.PostcodeIndex), cancellationToken);
        return await WriteAsync(content.Rows.Count, problems, stored, wards, (old, now) => old.Ward == now.Ward, dryRun, cancellationToken);
    }

    public async Task<ImportReport> LoadPopulationAsync(ImportFile file, bool dryRun, CancellationToken cancellationToken)
    {
        var content = CsvTable.Read(file, "age_band", "fewest", "most", "method");
        List<ImportProblem> problems = [.. content.Problems];
        Dictionary<string, ExpectedInBand> expected = new(StringComparer.Ordinal);
        foreach (var row in content.Rows)
        {
            if (!Bands.TryGetValue(row["age_band"], out var band))
            {
                problems.Add(new ImportProblem(row.Line, "age_band", $"Write one of {string.Join(", ", Bands.Keys)}."));
            }
            else if (Number(row["fewest"]) is not { } fewest || Number(row["most"]) is not { } most || fewest > most)
            {
                problems.Add(new ImportProblem(row.Line, "fewest", "Write two whole numbers in fewest and most, the smaller one first."));
            }
            else if (row["method"] is not { Length: > 0 and <= ExpectedInBand.MaximumMethod } method)
            {
                problems.Add(new ImportProblem(row.Line, "method", $"Say in {ExpectedInBand.MaximumMethod} letters or fewer how the numbers were worked out, and from what."));
            }
            else if (!expected.TryAdd(row["age_band"], new ExpectedInBand { Band = band, Fewest = fewest, Most = most, Method = method }))
            {
                problems.Add(new ImportProblem(row.Line, "age_band", "This age stands twice in this file."));
            }
        }

        if (problems.Count == 0 && expected.Count != Bands.Count)
        {
            problems.Add(new ImportProblem(1, "age_band", $"Each of these ages needs a line: {string.Join(", ", Bands.Keys)}."));
        }

        var stored = await context.ExpectedChildren.ToDictionaryAsync(one => BandKey(one.Band), cancellationToken);
        return await WriteAsync(
            content.Rows.Count, problems, stored, expected, (old, now) => (old.Fewest, old.Most, old.Method) == (now.Fewest, now.Most, now.Method), dryRun, cancellationToken);
    }

    private async Task<ImportReport> WriteAsync<T>(
        int rows, List<ImportProblem> problems, Dictionary<string, T> stored, Dictionary<string, T> wanted, Func<T, T, bool> isSame, bool dryRun, CancellationToken cancellationToken)
        where T : class
    {
        if (problems.Count > 0)
        {
            return new ImportReport(rows, 0, 0, 0, [.. problems.OrderBy(problem => problem.Line)]);
        }

        var added = wanted.Where(one => !stored.ContainsKey(one.Key)).Select(one => one.Value).ToList();
        var changed = wanted.Where(one => stored.TryGetValue(one.Key, out var old) && !isSame(old, one.Value)).ToList();
        var gone = stored.Where(one => !wanted.ContainsKey(one.Key)).Select(one => one.Value).ToList();
        if (!dryRun && added.Count + changed.Count + gone.Count > 0)
        {
            context.RemoveRange(gone.Concat(changed.Select(one => stored[one.Key])));
            await context.SaveChangesAsync(cancellationToken);
            context.AddRange(added.Concat(changed.Select(one => one.Value)));
            audit.Record(context, RegisterAudit.TableLoaded, "import", null, changes: [new AuditChange("rows", null, wanted.Count.ToString(CultureInfo.InvariantCulture))]);
            await context.SaveChangesAsync(cancellationToken);
        }

        return new ImportReport(rows, added.Count, changed.Count, wanted.Count - added.Count - changed.Count, []);
    }

    private static int? Number(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1_000_000 ? number : null;
}

/// <summary><c>./dev cli import register-wards FILE.csv</c></summary>
internal sealed class WardsImport(IMediator mediator) : IImport
{
    public const string ImportName = "register-wards";

    public string Name => ImportName;

    public async Task<ImportReport> RunAsync(ImportFile file, bool dryRun, CancellationToken cancellationToken) =>
        (await mediator.Send(new LoadPlanningTable(ImportName, file, dryRun), cancellationToken)).Value;
}

/// <summary><c>./dev cli import register-population FILE.csv</c></summary>
internal sealed class PopulationImport(IMediator mediator) : IImport
{
    public const string ImportName = "register-population";

    public string Name => ImportName;

    public async Task<ImportReport> RunAsync(ImportFile file, bool dryRun, CancellationToken cancellationToken) =>
        (await mediator.Send(new LoadPlanningTable(ImportName, file, dryRun), cancellationToken)).Value;
}
