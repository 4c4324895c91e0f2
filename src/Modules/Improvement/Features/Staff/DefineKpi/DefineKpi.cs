using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.DefineKpi;

/// <summary>Writes down what a number means. What was written before stays, and the latest counts. A field may stay empty; it is then said to be missing.</summary>
internal sealed record DefineKpi(
    string Code,
    string Meaning,
    string Numerator,
    string Denominator,
    string Source,
    string Owner,
    KpiFrequency? Frequency,
    string Baseline,
    decimal? BaselineValue,
    DateOnly? BaselineOn,
    string Target,
    decimal? TargetValue,
    DateOnly? TargetOn,
    KpiPolarity? Polarity,
    int? LagDays,
    string Suppression,
    string Comparison) : ICommand<Guid>
{
    public Permission Permission => KpiPermissions.Keep;
}

internal sealed class DefineKpiValidator : AbstractValidator<DefineKpi>
{
    private const int MostDays = 730;
    private const decimal Largest = 1_000_000_000;

    public DefineKpiValidator(TimeProvider clock)
    {
        foreach (var field in (Expression<Func<DefineKpi, string>>[])[one => one.Meaning, one => one.Numerator, one => one.Denominator, one => one.Source, one => one.Owner, one => one.Baseline, one => one.Target, one => one.Suppression, one => one.Comparison])
        {
            RuleFor(field).MaximumLength(KpiDefinition.MaximumWords).WithMessage($"Write {KpiDefinition.MaximumWords} characters or fewer");
        }

        RuleFor(one => one.LagDays).InclusiveBetween(0, MostDays).WithMessage($"Write a whole number of days from 0 to {MostDays}");
        RuleFor(one => one.BaselineValue).InclusiveBetween(0, Largest).WithMessage("Write a number of 0 or more, or nothing");
        RuleFor(one => one.TargetValue).InclusiveBetween(0, Largest).WithMessage("Write a number of 0 or more, or nothing");
        RuleFor(one => one.BaselineOn).Must(day => day is null || day <= clock.Today()).WithMessage("This day is still to come. Write when the first figure was taken");
        RuleFor(one => one.TargetOn).Must((one, day) => day is null || one.BaselineOn is null || day > one.BaselineOn).WithMessage("The target is for a day after the first figure. Check the year")
            .Must(day => day is null || day <= clock.Today().AddYears(10)).WithMessage("This day is more than ten years away. Check the year");
        RuleFor(one => one.Polarity).NotNull().When(one => one.TargetValue is not null).WithMessage("Choose which way is better, so that figures can be compared with the target");
    }
}

internal sealed class DefineKpiHandler(ImprovementDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<DefineKpi, Outcome<Guid>>
{
    public async Task<Outcome<Guid>> Handle(DefineKpi request, CancellationToken cancellationToken)
    {
        if (request.Code.Length > 10 || await context.Kpis.SingleOrDefaultAsync(kpi => kpi.Code == request.Code, cancellationToken) is not { } kpi)
        {
            return Outcome.NotFound;
        }

        var before = await context.KpiDefinitions.AsNoTracking().Where(one => one.KpiId == kpi.Id).OrderByDescending(one => one.At).ThenByDescending(one => one.Id).FirstAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var definition = new KpiDefinition
        {
            Id = Guid.CreateVersion7(now),
            KpiId = kpi.Id,
            Meaning = Typed(request.Meaning),
            Numerator = Typed(request.Numerator),
            Denominator = Typed(request.Denominator),
            Source = Typed(request.Source),
            Owner = Typed(request.Owner),
            Frequency = request.Frequency,
            Baseline = Typed(request.Baseline),
            BaselineValue = request.BaselineValue,
            BaselineOn = request.BaselineOn,
            Target = Typed(request.Target),
            TargetValue = request.TargetValue,
            TargetOn = request.TargetOn,

            // Somebody who names a figure does so instead of England's.
            IsTargetEngland = before.IsTargetEngland && request.TargetValue is null,
            IsTargetStrict = before.IsTargetStrict && request.TargetValue == before.TargetValue,
            Polarity = request.Polarity,
            LagDays = request.LagDays,
            Suppression = Typed(request.Suppression),
            Comparison = Typed(request.Comparison),
            At = now,
            By = actor.Id,
        };
        context.KpiDefinitions.Add(definition);
        audit.Record(context, KpiAudit.Defined, ImprovementKpi.Subject, kpi.Id, changes: [new AuditChange("target", before.Target, definition.Target)]);
        await context.SaveChangesAsync(cancellationToken);
        return definition.Id;
    }

    private static string? Typed(string words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
