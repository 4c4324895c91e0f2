using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Web.Features.Staff.AddBankHoliday;

/// <param name="Date">Null when what was typed is no date.</param>
/// <param name="Reason">Why, for the audit trail.</param>
internal sealed record AddBankHoliday(DateOnly? Date, string Name, string Reason) : ICommand<Done>
{
    public Permission Permission => SitePermissions.ChangeCalendars;
}

internal sealed class AddBankHolidayValidator : AbstractValidator<AddBankHoliday>
{
    public AddBankHolidayValidator()
    {
        RuleFor(holiday => holiday.Date).CanBeABankHoliday();
        RuleFor(holiday => holiday.Name).IsOneLine("Type the name of the day, for example Christmas Day", BankHoliday.LongestName);
        RuleFor(holiday => holiday.Reason).IsAReason();
    }
}

internal sealed class AddBankHolidayHandler(PlatformDbContext context, CalendarWriter writer) : IRequestHandler<AddBankHoliday, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AddBankHoliday request, CancellationToken cancellationToken)
    {
        await writer.LockAsync(cancellationToken);
        var date = request.Date!.Value;
        if (await context.BankHolidays.SingleOrDefaultAsync(holiday => holiday.Date == date, cancellationToken) is { } known)
        {
            return Outcome.Invalid(nameof(request.Date), $"{date.Long()} is there already: {known.Name}");
        }

        context.Add(new BankHoliday(date, request.Name.Trim()));
        await writer.SaveAsync($"{date:yyyy-MM-dd}", null, request.Name.Trim(), request.Reason.Trim(), cancellationToken);
        return default(Done);
    }
}
