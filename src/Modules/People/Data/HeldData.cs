using System.Text.Json;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.People.Data;

/// <summary>What one part of the product holds about a person.</summary>
internal sealed record Holding(string Holder, IReadOnlyList<PersonalRecord> Records);

/// <summary>One kind of thing that is erased, or why it stays.</summary>
internal sealed record HolderStep(string Holder, ErasureStep Step);

/// <summary>Asks every module what it holds about a person, under each of the records that are this person, and has it erase what nothing keeps.</summary>
internal sealed class HeldData(PeopleDbContext context, IEnumerable<IPersonalData> holders)
{
    public async Task<IReadOnlyList<Holding>> ExportAsync(Guid keptId, CancellationToken cancellationToken)
    {
        List<Holding> all = [];
        foreach (var (holder, rows) in await HoldersAsync(keptId, cancellationToken))
        {
            List<PersonalRecord> records = [];
            foreach (var row in rows)
            {
                records.AddRange(await holder.ExportAsync(row, cancellationToken));
            }

            all.Add(new Holding(holder.Holder, records));
        }

        return all;
    }

    public async Task<IReadOnlyList<HolderStep>> PlanAsync(Guid keptId, CancellationToken cancellationToken)
    {
        List<HolderStep> all = [];
        foreach (var (holder, rows) in await HoldersAsync(keptId, cancellationToken))
        {
            List<ErasureStep> steps = [];
            foreach (var row in rows)
            {
                steps.AddRange(await holder.PlanErasureAsync(row, cancellationToken));
            }

            all.AddRange(steps.GroupBy(step => step with { Count = 0 }).Select(same => new HolderStep(holder.Holder, same.Key with { Count = same.Sum(step => step.Count) })));
        }

        return [.. all.Where(step => step.Step.Count > 0)];
    }

    public async Task EraseAsync(Guid keptId, string reason, CancellationToken cancellationToken)
    {
        foreach (var (holder, rows) in await HoldersAsync(keptId, cancellationToken))
        {
            foreach (var row in rows)
            {
                await holder.EraseAsync(row, reason, cancellationToken);
            }
        }
    }

    public static string Write(IReadOnlyList<HolderStep> steps) => JsonSerializer.Serialize(steps, JsonSerializerOptions.Web);

    public static IReadOnlyList<HolderStep> Read(string? steps) => steps is null ? [] : JsonSerializer.Deserialize<List<HolderStep>>(steps, JsonSerializerOptions.Web)!;

    /// <summary>This module answers for all records of a person at once; the others know each by its own id.</summary>
    private async Task<IReadOnlyList<(IPersonalData Holder, IReadOnlyList<Guid> Rows)>> HoldersAsync(Guid keptId, CancellationToken cancellationToken)
    {
        var rows = await context.RowsOfAsync(keptId, cancellationToken);
        return [.. holders.OrderBy(holder => holder.IsLast).ThenBy(holder => holder.Holder, StringComparer.Ordinal).Select(holder => (holder, holder is PersonalData ? (IReadOnlyList<Guid>)[keptId] : rows))];
    }
}
