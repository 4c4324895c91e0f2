using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Calendars;

internal static class CalendarServices
{
    public static void AddCalendars(this IServiceCollection services)
    {
        services.AddSingleton(provider => new LoadedCalendars(provider.GetRequiredService<Databases>()));
        services.AddSingleton<INoticeHandler>(provider => provider.GetRequiredService<LoadedCalendars>());
        services.AddScoped(provider => provider.GetRequiredService<LoadedCalendars>().WorkingDays);
        services.AddScoped(provider => provider.GetRequiredService<LoadedCalendars>().SchoolTerms);
        services.AddScoped<CalendarWriter>();
    }
}
