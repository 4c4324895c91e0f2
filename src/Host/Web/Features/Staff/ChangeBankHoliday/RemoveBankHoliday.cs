using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Web.Features.Staff.ChangeBankHoliday;

internal sealed record RemoveBankHoliday(DateOnly Date, string Reason) : ICommand<Done>
{
    public Permission Permission => SitePermissions.ChangeCalendars;
}

internal sealed class RemoveBankHolidayValidator : AbstractValidator<RemoveBankHoliday>
{
    public RemoveBankHolidayValidator() => RuleFor(holiday => holiday.Reason).IsAReason();
}

internal sealed class RemoveBankHolidayHandler(PlatformDbContext context, CalendarWriter writer) : IRequestHandler<RemoveBankHoliday, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RemoveBankHoliday request, CancellationToken cancellationToken)
    {
        await writer.LockAsync(cancellationToken);
        var all = await context.BankHolidays.ToListAsync(cancellationToken);
        if (all.Find(holiday => holiday.Date == request.Date) is not { } holiday)
        {
            return Outcome.NotFound;
        }

        if (LeavesTooFew(all, holiday) is { } complaint)
        {
            return Outcome.Invalid("", complaint);
        }

        context.Remove(holiday);
        await writer.SaveAsync($"{holiday.Date:yyyy-MM-dd}", holiday.Name, null, request.Reason.Trim(), cancellationToken);
        return default(Done);
    }

    /// <summary>A whole year stays whole: without it every count across that year would be refused.</summary>
    public static string? LeavesTooFew(IReadOnlyList<BankHoliday> all, BankHoliday gone) =>
        all.Count(holiday => holiday.Date.Year == gone.Date.Year) == WorkingDays.FewestInAYear
            ? $"{gone.Date.Year} would have fewer than {WorkingDays.FewestInAYear} bank holidays, and no year has. Add the right day first"
            : null;
}
