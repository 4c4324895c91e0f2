using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Numbers;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeePerformance;

/// <summary>How the work is going, in numbers of the last twelve months and of today. Shows nobody.</summary>
internal sealed record SeePerformance : IQuery<PerformanceView>
{
    public Permission Permission => EhcpPermissions.Performance;
}

/// <param name="Months">First days of the last twelve months, the oldest first.</param>
/// <param name="Numbers">As this reader may see them.</param>
internal sealed record PerformanceView(IReadOnlyList<RecordFacts> Records, LedgerFacts Told, IReadOnlyList<DateOnly> Months, DateOnly Today, ShownNumbers Numbers)
{
    public DateOnly From => Months[0];
}

internal sealed class SeePerformanceHandler(EhcpDbContext context, LedgerReader reader, Actor actor, TimeProvider clock) : IRequestHandler<SeePerformance, Outcome<PerformanceView>>
{
    private const int MonthsShown = 12;

    public async Task<Outcome<PerformanceView>> Handle(SeePerformance request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var month = new DateOnly(today.Year, today.Month, 1);
        var told = await reader.ReadAsync(RecordScope.Within(context.Records, actor, EhcpPermissions.Performance), cancellationToken);
        return new PerformanceView(
            [.. told.Records.Select(record => record.Facts)],
            told,
            [.. Enumerable.Range(1 - MonthsShown, MonthsShown).Select(month.AddMonths)],
            today,
            new ShownNumbers(actor.May(EhcpPermissions.List)));
    }
}
