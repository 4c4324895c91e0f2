using System.Globalization;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Duties;

/// <summary>When a time of a duty is over and nothing is written down, the board hears of it as a risk that stays open until somebody answers.</summary>
internal sealed class LookAtDuties(ImprovementDbContext context, DutyReader duties, Occurrences occurrences, AuditTrail audit, Actor actor, TimeProvider clock) : IOccurrenceHandler
{
    /// <summary>As rows keep what looked.</summary>
    public const string Name = "improvement.duties-look";

    private static readonly TimeOnly Morning = new(9, 0);

    public static string Kind => Name;

    /// <summary>Plans a look after each time that begins up to a board; twice is once.</summary>
    public async Task PlanAsync(DateOnly board, CancellationToken cancellationToken)
    {
        foreach (var part in await duties.ReadAsync(only: null, board, cancellationToken))
        {
            foreach (var time in part.Where(time => time.Period.LastDayToWrite >= time.Today))
            {
                await occurrences.PlanAsync(context, Name, part.Key, Key(time.Period.Until), UkTime.At(time.Period.LastDayToWrite.AddDays(1), Morning), cancellationToken);
            }
        }
    }

    public async Task HandleAsync(Occurrence occurrence, CancellationToken cancellationToken)
    {
        var end = DateOnly.ParseExact(occurrence.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var part = await context.Parts.AsNoTracking().SingleOrDefaultAsync(part => part.Id == occurrence.Subject, cancellationToken);
        if (part is null || await context.DutyRecords.AnyAsync(record => record.PartId == part.Id && record.PeriodEnd == end, cancellationToken))
        {
            return;
        }

        var leads = await context.Actions.Where(action => action.Id == part.ActionId).Select(action => action.Leads).SingleAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var matter = new Matter
        {
            Id = Guid.CreateVersion7(now),
            Kind = MatterKind.Risk,
            Title = $"Part {part.Reference}: missed until {end.Long()}",
            Words = $"This duty comes back {BragWords.OfRecurring(part.Recurring)}. Nothing is written down for the time until {end.Long()}.",
            PartId = part.Id,
            Owner = leads.Length <= Matter.MaximumOwner ? leads : $"{leads[..(Matter.MaximumOwner - 1)].TrimEnd()}…",
            Due = UkTime.DateIn(now).AddDays(PartFacts.DaysOfACycle),
            At = now,
            By = actor.Id,
            ByRole = "The service",
        };
        context.Matters.Add(matter);
        audit.Record(context, ImprovementAudit.MatterRaised, Matter.Subject, matter.Id, changes: [new AuditChange("kind", null, $"{matter.Kind}")]);
        await context.SaveChangesAsync(cancellationToken);
    }

    private static string Key(DateOnly end) => end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
