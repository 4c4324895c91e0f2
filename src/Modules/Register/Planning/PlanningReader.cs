using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Domain.Planning;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Planning;

/// <summary>One child in the numbers.</summary>
/// <param name="IsLive">Otherwise the family did not answer the yearly check, or never joined by itself: unconfirmed.</param>
/// <param name="Ward">Null when it is not known.</param>
internal sealed record PlannedChild(bool IsLive, CountedChild Child, string? Ward);

/// <summary>The register of one day as planners count it.</summary>
/// <param name="LongSilent">Entries of which nobody has said for two years that they are right: in no number.</param>
/// <param name="NotCounted">Entries without a birth date, or of people who are too old.</param>
/// <param name="HasWards">A table of wards was loaded.</param>
internal sealed record PlannedRegister(PlanningRows Rows, IReadOnlyList<PlannedChild> Children, int LongSilent, int NotCounted, bool HasWards)
{
    /// <summary>What is published: entries that a family stands by.</summary>
    public PlanningCounts Live => PlanningCounts.Of(Rows.All, Children.Where(child => child.IsLive).Select(child => child.Child));

    public PlanningCounts Unconfirmed => PlanningCounts.Of(Rows.All, Children.Where(child => !child.IsLive).Select(child => child.Child));
}

/// <summary>Reads the register for counting: no name is read.</summary>
internal sealed class PlanningReader(RegisterDbContext context, RegisterReader reader, Codes codes, IPeople people, Settings settings, TimeProvider clock)
{
    /// <summary>Statistics keep an entry that nobody confirms for so long.</summary>
    public const int MonthsUnconfirmed = 24;

    public async Task<PlannedRegister> ReadAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var rows = await RowsAsync(cancellationToken);
        var entries = await reader.For(PublicTask.PlanServices).ToListAsync(cancellationToken);
        var known = await people.FindAsync([.. entries.Select(entry => entry.ChildId)], cancellationToken);
        var wards = await context.PostcodeWards.AsNoTracking().ToDictionaryAsync(ward => Convert.ToHexString(ward.PostcodeIndex), ward => ward.Ward, cancellationToken);
        List<PlannedChild> children = [];
        var (longSilent, notCounted) = (0, 0);
        foreach (var entry in entries)
        {
            var child = known.GetValueOrDefault(entry.ChildId);
            if (child is { DiedOn: not null })
            {
                continue;
            }

            if (child?.BornOn is not { } born || AgeBands.Of(born, today) is not { } band)
            {
                notCounted++;
            }
            else if (entry.State != EntryState.Live && LastSaid(entry).AddMonths(MonthsUnconfirmed) <= today)
            {
                longSilent++;
            }
            else
            {
                children.Add(new PlannedChild(entry.State == EntryState.Live, rows.Of(entry, band), entry.PostcodeIndex is { } index ? wards.GetValueOrDefault(Convert.ToHexString(index)) : null));
            }
        }

        return new PlannedRegister(rows, children, longSilent, notCounted, wards.Count > 0);
    }

    /// <summary>The rows of today, in words.</summary>
    public async Task<PlanningRows> RowsAsync(CancellationToken cancellationToken) => new(await codes.ReadAsync(cancellationToken), settings.OwnAreas());

    /// <summary>Null without a population table: then coverage is not known.</summary>
    public async Task<ExpectedChildren?> ExpectedAsync(CancellationToken cancellationToken)
    {
        var bands = await context.ExpectedChildren.AsNoTracking().OrderBy(one => one.Band).ToListAsync(cancellationToken);
        return bands.Count == 0 ? null : new ExpectedChildren(bands.Sum(one => one.Fewest), bands.Sum(one => one.Most), string.Join(" ", bands.Select(one => one.Method).Distinct()));
    }

    /// <summary>When somebody last said that it is right.</summary>
    private static DateOnly LastSaid(RegisterEntry entry) => entry.ConfirmedOn ?? entry.LiveOn ?? UkTime.DateIn(entry.ReceivedAt);
}
