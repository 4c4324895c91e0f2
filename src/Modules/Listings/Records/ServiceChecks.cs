using System.Globalization;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Records;

/// <summary>Asks whoever runs a service whether its page is right, and writes down that it is. In the caller's transaction.</summary>
internal sealed class ServiceChecks(ListingsDbContext context, OneTimeLinks links, IMessages messages, RecordWriter writer, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Of a link that asks; the newest letter is the one that works.</summary>
    public const string Purpose = "listings.check";

    /// <summary>Until after the last reminder has had its time.</summary>
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(60);

    /// <summary>Where to ask: the service's own address, or that of who runs it.</summary>
    public static string? MailOf(Service service) => service.Email ?? service.Organisation!.Email;

    /// <param name="service">Tracked, with its organisation; has an e-mail address.</param>
    public async Task AskAsync(Service service, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var path = "/link/listing/" + await links.CreateAsync(Purpose, service.Id, LinkLife, uses: 1, cancellationToken);
        var due = Freshness.DueOn(service.LoadedOn, service.LastCheckedOn, service.CheckMonths);
        service.AskedOn = today;
        service.TimesAsked++;
        await messages.RequestAsync(
            new MessageRequest(
                "listings.check-asked",
                string.Create(CultureInfo.InvariantCulture, $"listings.check {service.Id:n} {due:yyyy-MM-dd} {service.TimesAsked}"),
                null,
                MailOf(service),
                new Dictionary<string, string> { ["service"] = service.Name, ["path"] = path }),
            cancellationToken);
        audit.Record(context, ListingsAudit.CheckAsked, "service", service.Id);
    }

    /// <summary>The page is right, and with it what it says about access.</summary>
    public async Task ConfirmAsync(Guid id, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        await context.SaveChangesAsync(cancellationToken);
        await context.Services.Where(service => service.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(service => service.LastCheckedOn, today)
                .SetProperty(service => service.Sureness, Sureness.Checked)
                .SetProperty(service => service.AskedOn, (DateOnly?)null)
                .SetProperty(service => service.TimesAsked, (short)0),
            cancellationToken);
        await context.AccessFacts.Where(fact => fact.ServiceId == id).ExecuteUpdateAsync(set => set.SetProperty(fact => fact.CheckedOn, today), cancellationToken);
        await links.CancelAsync(Purpose, id, cancellationToken);
        await writer.RefreshAsync(RecordKind.Service, id, cancellationToken);
    }
}
