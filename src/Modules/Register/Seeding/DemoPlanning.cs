using MediatR;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features.Staff.ChangeFacts;
using Medway.LocalOffer.Register.Features.Staff.EnterApplication;
using Medway.LocalOffer.Register.Features.Staff.PublishNumbers;
using Medway.LocalOffer.Register.Features.Staff.ViewEntry;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Register.Seeding;

/// <summary>What made-up families say for planning, and a release of it: made by the operations that officers use.</summary>
internal sealed class DemoPlanning(
    IMediator mediator, RegisterDbContext context, RegisterReader reader, SeedFiles files, IHostEnvironment environment, IConfiguration configuration, TimeProvider clock) : ISeeder
{
    private const string File = "register-planning.csv";

    public SeedSet Set => SeedSet.Demo;

    /// <summary>After the entries.</summary>
    public int Order => 13;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        // Nothing made up may leave: not on a machine that has a way out.
        if (environment.IsProduction() || new[] { "Email", "Sms", "Letter" }.Any(way => configuration[$"Messaging:{way}"] is "notify" or "smtp")
            || await context.PublishedReleases.AnyAsync(cancellationToken))
        {
            return;
        }

        var ids = files.Rows(SeedSet.Demo, "people.csv", "key", "id").ToDictionary(row => row["key"], row => Guid.Parse(row["id"]));
        foreach (var row in files.Rows(SeedSet.Demo, File, "family", "postcode", "difficulties", "help", "setting", "used", "service_wanted"))
        {
            var child = ids[$"{row["family"]}-child"];
            var coded = new CodedFacts(row["setting"], Codes(row["used"]), Codes(row["service_wanted"]));
            if (await reader.For(PublicTask.KeepTheRegister).Where(entry => entry.ChildId == child).Select(entry => (Guid?)entry.Id).FirstOrDefaultAsync(cancellationToken) is { } known)
            {
                Check(await mediator.Send(new ChangeFacts(known, new EntryFacts(Codes(row["difficulties"]), coded, "", row["help"], "")), cancellationToken));
            }
            else
            {
                await EnterAsync(row, child, ids[$"{row["family"]}-parent-1"], coded, cancellationToken);
            }
        }

        Check(await mediator.Send(new PublishRelease(Check(await mediator.Send(new PrepareRelease(), cancellationToken))), cancellationToken));
    }

    private async Task EnterAsync(CsvRow row, Guid child, Guid parent, CodedFacts coded, CancellationToken cancellationToken)
    {
        var entry = Check(await mediator.Send(
            new EnterApplication(
                $"{child}", $"{parent}", EntrySource.Hub, row["postcode"], Codes(row["difficulties"]), "", Enum.Parse<SchoolHelp>(row["help"]), "", new Dictionary<string, string>(), new Dictionary<string, Guid>())
            {
                Coded = coded,
            },
            cancellationToken));
        Check(await mediator.Send(new AcknowledgeApplication(entry), cancellationToken));
        Check(await mediator.Send(new RecordEvidence(entry, EvidenceKind.BirthCertificate, clock.Today(), HasProvedContact: false), cancellationToken));
        Check(await mediator.Send(new PutLive(entry), cancellationToken));
    }

    private static string[] Codes(string codes) => codes.Split(';', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The file is checked when it is committed, so a refusal is a bug.</summary>
    private static T Check<T>(Outcome<T> outcome) => outcome.IsOk
        ? outcome.Value
        : throw new InvalidDataException($"Seed file demo/{File}: {string.Join("; ", outcome.Errors.Select(error => $"{error.Field}: {error.Message}"))}");
}
