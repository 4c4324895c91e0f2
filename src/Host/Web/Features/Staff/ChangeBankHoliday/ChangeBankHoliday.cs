using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Web.Features.Staff.ChangeBankHoliday;

/// <param name="Was">The date on which it stands.</param>
/// <param name="Date">The new one; null when what was typed is no date.</param>
/// <param name="Seen">Its name as it stood on the form.</param>
internal sealed record ChangeBankHoliday(DateOnly Was, DateOnly? Date, string Name, string Reason, string Seen) : ICommand<Done>
{
    public Permission Permission => SitePermissions.ChangeCalendars;
}

internal sealed record ViewBankHoliday(DateOnly Date) : IQuery<BankHoliday>
{
    public Permission Permission => SitePermissions.ChangeCalendars;
}

internal sealed class ChangeBankHolidayValidator : AbstractValidator<ChangeBankHoliday>
{
    public ChangeBankHolidayValidator()
    {
        RuleFor(holiday => holiday.Date).CanBeABankHoliday();
        RuleFor(holiday => holiday.Name).IsOneLine("Type the name of the day, for example Christmas Day", BankHoliday.LongestName);
        RuleFor(holiday => holiday.Reason).IsAReason();
    }
}

internal sealed class ViewBankHolidayHandler(PlatformDbContext context) : IRequestHandler<ViewBankHoliday, Outcome<BankHoliday>>
{
    public async Task<Outcome<BankHoliday>> Handle(ViewBankHoliday request, CancellationToken cancellationToken) =>
        await context.BankHolidays.AsNoTracking().SingleOrDefaultAsync(holiday => holiday.Date == request.Date, cancellationToken) is { } known
            ? known
            : Outcome.NotFound;
}

internal sealed class ChangeBankHolidayHandler(PlatformDbContext context, CalendarWriter writer) : IRequestHandler<ChangeBankHoliday, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ChangeBankHoliday request, CancellationToken cancellationToken)
    {
        await writer.LockAsync(cancellationToken);
        var all = await context.BankHolidays.AsNoTracking().ToListAsync(cancellationToken);
        if (all.Find(holiday => holiday.Date == request.Was) is not { } before)
        {
            return Outcome.NotFound;
        }

        if (before.Name != request.Seen)
        {
            return Outcome.Conflict("Somebody else changed this day while you had it open. What it is now stands below; what you typed is still in the boxes.");
        }

        var after = new BankHoliday(request.Date!.Value, request.Name.Trim());
        if (after.Date != before.Date && all.Find(holiday => holiday.Date == after.Date) is { } other)
        {
            return Outcome.Invalid(nameof(request.Date), $"{other.Date.Long()} is there already: {other.Name}");
        }

        if (after.Date.Year != before.Date.Year && RemoveBankHolidayHandler.LeavesTooFew(all, before) is { } complaint)
        {
            return Outcome.Invalid(nameof(request.Date), complaint);
        }

        await context.BankHolidays.Where(holiday => holiday.Date == before.Date).ExecuteDeleteAsync(cancellationToken);
        context.Add(after);
        await writer.SaveAsync($"{before.Date:yyyy-MM-dd}", before.Name, $"{after.Date:yyyy-MM-dd} {after.Name}", request.Reason.Trim(), cancellationToken);
        return default(Done);
    }
}
