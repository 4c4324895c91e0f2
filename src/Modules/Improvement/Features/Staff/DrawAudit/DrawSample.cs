using System.Globalization;
using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Ehcp.Contracts;
using Medway.LocalOffer.Improvement.Audits;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.DrawAudit;

/// <summary>Draws the sample of the two months that ended last. The site makes the seed before it looks at the list, and how many follows from the quota.</summary>
internal sealed record DrawSample(AuditKind? Kind) : ICommand<Guid>
{
    public Permission Permission => AuditPermissions.Keep;
}

internal sealed class DrawSampleValidator : AbstractValidator<DrawSample>
{
    public DrawSampleValidator() => RuleFor(draw => draw.Kind).NotNull().WithMessage("Choose what is audited");
}

internal sealed class DrawSampleHandler(ImprovementDbContext context, IAuditFrame frame, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<DrawSample, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(DrawSample request, CancellationToken cancellationToken)
    {
        var kind = request.Kind!.Value;
        var period = KpiPeriods.Ended(KpiFrequency.TwoMonths, clock.Today(), 1).First();
        await context.Database.LockAsync("improvement.audits", cancellationToken);
        if (await context.AuditDraws.AnyAsync(draw => draw.Kind == kind && draw.Until == period.Until, cancellationToken))
        {
            return Outcome.Invalid(nameof(request.Kind), $"This sample was drawn already for the two months until {period.Until.Long()}. Nobody draws twice; the next one comes when two more months have ended");
        }

        var seed = string.Create(CultureInfo.InvariantCulture, $"{kind}-{period.Until:yyyy-MM-dd}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}");
        var begin = new DateOnly(period.Until.Year, 1, 1);
        var earlier = (await context.AuditItems.Where(item => context.AuditDraws.Any(draw => draw.Id == item.DrawId && draw.Kind == kind && draw.Until >= begin))
            .Select(item => item.UnitId).ToListAsync(cancellationToken)).ToHashSet();
        var all = await frame.UnitsAsync(AuditCounts.FrameOf(kind), period.From, period.Until, cancellationToken);
        var units = all.Where(unit => !earlier.Contains(unit.Id)).ToDictionary(unit => unit.Id, unit => unit.RecordId);
        if (units.Count == 0)
        {
            return Outcome.Invalid(nameof(request.Kind), $"There is nothing to draw from in the two months until {period.Until.Long()}");
        }

        var thisYear = kind == AuditKind.Journeys ? 0 : (await frame.UnitsAsync(AuditCounts.FrameOf(kind), begin, period.Until, cancellationToken)).Count;
        var drawn = SampleDraw.Of(seed, units.Keys, AuditRules.SizeOf(kind, thisYear, earlier.Count));
        var now = clock.GetUtcNow();
        var draw = new AuditDraw
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            From = period.From,
            Until = period.Until,
            Seed = seed,
            FrameSize = units.Count,
            FrameDigest = SampleDraw.DigestOf(units.Keys),
            Excluded = all.Count - units.Count,
            At = now,
            By = actor.Id,
        };
        context.AuditDraws.Add(draw);
        context.AuditItems.AddRange(drawn.Select((unit, place) => new AuditItem { Id = Guid.CreateVersion7(now), DrawId = draw.Id, Number = place + 1, UnitId = unit, RecordId = units[unit] }));
        audit.Record(context, AuditsAudit.Drawn, AuditDraw.Subject, draw.Id, changes: [new AuditChange("seed", null, seed), new AuditChange("size", null, drawn.Count.ToString(CultureInfo.InvariantCulture))]);
        await context.SaveChangesAsync(cancellationToken);
        return draw.Id;
    }
}
