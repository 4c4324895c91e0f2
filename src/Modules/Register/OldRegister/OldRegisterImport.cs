using System.Globalization;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Joining;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.OldRegister;

/// <summary>
/// <c>./dev cli import register FILE.csv</c>, and the page of staff: takes over the old register. Nobody on it has said yes to us, so each entry is
/// unconfirmed: it counts in statistics, and for nothing else, until the family says yes.
/// </summary>
internal sealed class OldRegisterImport(
    RegisterDbContext context, RegisterReader reader, OldRows rows, Applications applications, INewPeople newPeople, IErased erased, IBlindIndex blind, AuditTrail audit, TimeProvider clock) : IImport
{
    public const string ImportName = "register";

    /// <summary>Two at once would each find none of the other's.</summary>
    private const string Lock = "register.old-register";

    public string Name => ImportName;

    public async Task<ImportReport> RunAsync(ImportFile file, bool dryRun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        await context.Database.LockAsync(Lock, cancellationToken);
        var content = CsvTable.Read(file, OldRows.Required);
        List<ImportProblem> problems = [.. content.Problems, .. Unknown(content)];
        List<OldRow> good = [];
        foreach (var row in content.Rows)
        {
            var (read, wrong) = rows.Read(row);
            problems.AddRange(wrong);
            if (read is not null)
            {
                good.Add(read);
            }
        }

        problems = Shortened(problems, content.Rows.Count);
        problems.AddRange(Twice(good));
        foreach (var row in good)
        {
            if (await erased.WasErasedAsync(row.Given, row.Family, row.BornOn, cancellationToken))
            {
                problems.Add(new ImportProblem(row.Line, "", "What we held about this child was erased, and must not come back with an old list. Take the line out"));
            }
        }

        if (problems.Count > 0)
        {
            return new ImportReport(content.Rows.Count, 0, 0, 0, [.. problems.OrderBy(problem => problem.Line)]);
        }

        var (added, unchanged) = (0, 0);
        List<ImportProblem> notes = [];
        foreach (var row in good)
        {
            var number = blind.Of("register.old-number", Normalised.Text(row.Number));
            if (await context.OldEntries.AnyAsync(old => old.NumberIndex == number, cancellationToken))
            {
                unchanged++;
            }
            else if (await IsKnownAsync(row, cancellationToken))
            {
                unchanged++;
                notes.Add(new ImportProblem(row.Line, "", "This child is or was on the register already. The line is left out"));
            }
            else
            {
                added++;
                if (!dryRun)
                {
                    await AddAsync(row, number, cancellationToken);
                }
            }
        }

        return new ImportReport(content.Rows.Count, added, 0, unchanged, []) { Notes = notes };
    }

    private async Task<bool> IsKnownAsync(OldRow row, CancellationToken cancellationToken)
    {
        var records = await newPeople.NamedAsync(row.Given, row.Family, row.BornOn, cancellationToken);
        return records.Count > 0 && await reader.For(PublicTask.KeepTheRegister).AnyAsync(entry => records.Contains(entry.ChildId), cancellationToken);
    }

    private async Task AddAsync(OldRow row, byte[] number, CancellationToken cancellationToken)
    {
        var child = await newPeople.RecordAsync(new NewPerson(PersonKind.Child, row.Given, row.Family, row.BornOn), cancellationToken);
        var applicant = child;
        if (row.HasParent)
        {
            applicant = await newPeople.RecordAsync(new NewPerson(PersonKind.Adult, row.ParentGiven, row.ParentFamily, null), cancellationToken);
            await newPeople.RelateAsync(applicant, child, RelationshipKind.Parent, cancellationToken);
        }

        var home = row.Home.Length == 0 ? (Guid?)null : await newPeople.AddHomeAsync(applicant, row.Home, cancellationToken);
        var entry = await applications.TakeOverAsync(child, applicant, row.HasParent ? GiverCapacity.Parent : GiverCapacity.YoungPerson, row.Area, row.Difficulties, cancellationToken);
        context.OldEntries.Add(new OldEntry { EntryId = entry.Id, NumberIndex = number, HomeId = home, ImportedAt = clock.GetUtcNow() });
        audit.Record(context, RegisterAudit.TakenOver, RegisterEntry.Subject, entry.Id, personIds: [.. new[] { child, applicant }.Distinct()]);
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>We take nothing over that we do not need, and no column by guessing what it means.</summary>
    private static IEnumerable<ImportProblem> Unknown(CsvContent content) => content.Rows.Take(1).SelectMany(row => row.Columns)
        .Where(column => !OldRows.Known.Contains(column, StringComparer.OrdinalIgnoreCase))
        .Select(column => new ImportProblem(1, column, $"We do not take this column over: take it out, or give it its name. There are: {string.Join(", ", OldRows.Known)}"));

    /// <summary>A column that is wrong in every line has moved: that is said once, and not a thousand times.</summary>
    private static List<ImportProblem> Shortened(List<ImportProblem> problems, int rows)
    {
        var moved = problems.Where(problem => problem.Line > 1 && problem.Column.Length > 0).GroupBy(problem => problem.Column, StringComparer.Ordinal)
            .Where(same => rows > 1 && same.Select(problem => problem.Line).Distinct().Count() == rows).Select(same => same.Key).ToList();
        return
        [
            .. moved.Select(column => new ImportProblem(1, column, "No line has something in this column that fits it. Has the column moved? The first line must name what stands under it")),
            .. problems.Where(problem => !moved.Contains(problem.Column)),
        ];
    }

    private static IEnumerable<ImportProblem> Twice(List<OldRow> good) =>
    [
        .. good.GroupBy(row => Normalised.Text(row.Number)).SelectMany(same => same.Skip(1).Select(row => new ImportProblem(
            row.Line, "number", string.Create(CultureInfo.InvariantCulture, $"This number stands on line {same.First().Line} too. Each line needs a number of its own")))),
        .. good.GroupBy(row => (Normalised.Text($"{row.Given} {row.Family}"), row.BornOn)).SelectMany(same => same.Skip(1).Select(row => new ImportProblem(
            row.Line, "", string.Create(CultureInfo.InvariantCulture, $"The child of this line stands on line {same.First().Line} too. Keep one of the two")))),
    ];
}
