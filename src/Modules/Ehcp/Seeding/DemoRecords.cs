using System.Globalization;
using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Ehcp.Features.Staff.LogRequest;
using Medway.LocalOffer.Ehcp.Features.Staff.MakeTouchpoint;
using Medway.LocalOffer.Ehcp.Features.Staff.RecordEvent;
using Medway.LocalOffer.Ehcp.Features.Staff.RecordReviewParts;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Ehcp.Seeding;

/// <summary>Records of made-up families at different stages, each made by the operations that staff use. Days count back from the day on which they are made.</summary>
internal sealed class DemoRecords(EhcpDbContext context, IMediator mediator, IStaffNames staff, SeedFiles files, IHostEnvironment environment, IConfiguration configuration, TimeProvider clock) : ISeeder
{
    private const string Coordinator = "ehc-coordinator@demo.example.org";
    private const int OldDays = 14;
    private const string Reasons = "Made up, to show how it looks.";

    public SeedSet Set => SeedSet.Demo;

    /// <summary>After the families and the accounts.</summary>
    public int Order => 10;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        // Whoever asks: made-up records stand beside made-up families only, and the demo officer looks after them.
        // Nothing made up may leave: not on a machine that has a way out.
        if (environment.IsProduction() || new[] { "Email", "Sms", "Letter" }.Any(way => configuration[$"Messaging:{way}"] is "notify" or "smtp") || await staff.FindAsync(Coordinator, cancellationToken) is null)
        {
            return;
        }

        var ids = files.Rows(SeedSet.Demo, "people.csv", "key", "id").ToDictionary(row => row["key"], row => Guid.Parse(row["id"]));
        foreach (var row in files.Rows(SeedSet.Demo, "ehc-records.csv", "family", "asked_by", "days_ago", "steps"))
        {
            var child = ids[$"{row["family"]}-child"];
            if (!await context.Records.AnyAsync(record => record.ChildId == child, cancellationToken))
            {
                await MakeAsync(child, row["asked_by"], clock.Today().AddDays(-int.Parse(row["days_ago"], CultureInfo.InvariantCulture)), row["steps"], cancellationToken);
                context.ChangeTracker.Clear();
            }
        }
    }

    /// <param name="steps">Separated by semicolons: <c>Kind@days</c> since the request, and after a colon whose advice or how it was sent.</param>
    private async Task MakeAsync(Guid child, string askedBy, DateOnly received, string steps, CancellationToken cancellationToken)
    {
        var asker = TypedDates.Choice<Asker>(askedBy);
        var record = Check(await mediator.Send(
            new LogRequest($"{child}", asker, "", received, "A made-up report of a made-up school.", Coordinator, "")
            {
                AskerMailbox = asker == Asker.School ? "office@school.example.org" : "",
            },
            cancellationToken));
        foreach (var step in steps.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = step.Split('@', ':');
            var kind = Enum.Parse<EventKind>(parts[0]);
            var more = parts.Length > 2 ? parts[2] : null;
            var made = Check(await mediator.Send(
                new RecordEvent(
                    record, kind, received.AddDays(int.Parse(parts[1], CultureInfo.InvariantCulture)), RecordEventValidator.NeedsReasons(kind) ? Reasons : "",
                    RecordEventValidator.HasAdviser(kind) ? TypedDates.Choice<Adviser>(more) : null, Sequence.IsServed(kind) ? TypedDates.Choice<SentBy>(more) : null),
                cancellationToken));
            if (kind == EventKind.ReviewMeetingHeld)
            {
                Check(await mediator.Send(
                    new RecordReviewParts(record, made, [ReviewAgency.Family, ReviewAgency.School, ReviewAgency.SendTeam], [ReviewAgency.School, ReviewAgency.Health]), cancellationToken));
            }
        }

        // What would have been sent long ago is not sent today.
        var old = clock.Today().AddDays(-OldDays);
        foreach (var touchpoint in await context.Touchpoints.AsNoTracking()
            .Where(one => one.RecordId == record && one.State == TouchpointState.Waiting && one.DueOn < old).Select(one => one.Id).ToListAsync(cancellationToken))
        {
            Check(await mediator.Send(new MakeTouchpoint(record, touchpoint, MakingWay.NotNeeded, "", "Made up: it was long ago."), cancellationToken));
        }
    }

    /// <summary>The file is checked when it is committed, so a refusal is a bug.</summary>
    private static T Check<T>(Outcome<T> outcome) => outcome.IsOk
        ? outcome.Value
        : throw new InvalidDataException($"Seed file demo/ehc-records.csv: {string.Join("; ", outcome.Errors.Select(error => $"{error.Field}: {error.Message}"))}");
}
