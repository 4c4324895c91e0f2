using Medway.LocalOffer.Platform;
using Medway.LocalOffer.Platform.Web.Frame;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Web.Features.Staff;

internal sealed class SiteSampleRoutes(PlatformDbContext context) : ISampleRoutes
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ValuesAsync(CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["staff/settings/{name}/change"] = new Dictionary<string, string> { ["name"] = SiteSettings.CouncilPhone.Name },
        };
        if (await context.BankHolidays.OrderBy(holiday => holiday.Date).FirstOrDefaultAsync(cancellationToken) is { } holiday)
        {
            values["staff/calendars/bank-holidays/{day:datetime}/change"] = new Dictionary<string, string> { ["day"] = $"{holiday.Date:yyyy-MM-dd}" };
        }

        if (await context.SchoolTerms.OrderBy(term => term.FirstDay).FirstOrDefaultAsync(cancellationToken) is { } term)
        {
            values["staff/calendars/terms/{year:int}/{number:int}/change"] = new Dictionary<string, string>
            {
                ["year"] = $"{term.SchoolYear}",
                ["number"] = $"{term.Number}",
            };
        }

        if (await context.ImportRuns.OrderBy(run => run.StartedAt).FirstOrDefaultAsync(cancellationToken) is { } run)
        {
            values["staff/imports/{id:guid}"] = new Dictionary<string, string> { ["id"] = run.Id.ToString() };
        }

        return values;
    }
}
