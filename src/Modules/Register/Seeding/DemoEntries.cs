using MediatR;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features.Staff.EnterApplication;
using Medway.LocalOffer.Register.Features.Staff.ViewEntry;
using Medway.LocalOffer.Register.Joining;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Register.Seeding;

/// <summary>Entries of made-up families, each made by the operations that officers use.</summary>
internal sealed class DemoEntries(IMediator mediator, RegisterReader reader, Wordings wordings, SeedFiles files, IHostEnvironment environment, IConfiguration configuration, TimeProvider clock) : ISeeder
{
    private const string File = "register.csv";

    public SeedSet Set => SeedSet.Demo;

    /// <summary>After the families.</summary>
    public int Order => 12;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        // Nothing made up may leave: not on a machine that has a way out.
        if (environment.IsProduction() || new[] { "Email", "Sms", "Letter" }.Any(way => configuration[$"Messaging:{way}"] is "notify" or "smtp"))
        {
            return;
        }

        var ids = files.Rows(SeedSet.Demo, "people.csv", "key", "id").ToDictionary(row => row["key"], row => Guid.Parse(row["id"]));
        var asked = (await wordings.AskedAsync(cancellationToken)).ToDictionary(use => use.Purpose.Slug, use => use.Shown);
        foreach (var row in files.Rows(SeedSet.Demo, File, "family", "source", "postcode", "difficulties", "help", "wanted", "yes", "is_live"))
        {
            var child = ids[$"{row["family"]}-child"];
            if (await reader.For(PublicTask.KeepTheRegister).AnyAsync(entry => entry.ChildId == child, cancellationToken))
            {
                continue;
            }

            var choices = row["yes"].Split(';', StringSplitOptions.RemoveEmptyEntries).ToDictionary(slug => slug, _ => "yes");
            var entry = Check(await mediator.Send(
                new EnterApplication(
                    $"{child}", $"{ids[$"{row["family"]}-parent-1"]}", Enum.Parse<EntrySource>(row["source"]), row["postcode"], row["difficulties"].Split(';', StringSplitOptions.RemoveEmptyEntries),
                    "", Enum.Parse<SchoolHelp>(row["help"]), row["wanted"], choices, asked),
                cancellationToken));
            if (row["is_live"] == "yes")
            {
                Check(await mediator.Send(new AcknowledgeApplication(entry), cancellationToken));
                Check(await mediator.Send(new RecordEvidence(entry, EvidenceKind.BirthCertificate, clock.Today(), HasProvedContact: false), cancellationToken));
                Check(await mediator.Send(new PutLive(entry), cancellationToken));
            }
        }
    }

    /// <summary>The file is checked when it is committed, so a refusal is a bug.</summary>
    private static T Check<T>(Outcome<T> outcome) => outcome.IsOk
        ? outcome.Value
        : throw new InvalidDataException($"Seed file demo/{File}: {string.Join("; ", outcome.Errors.Select(error => $"{error.Field}: {error.Message}"))}");
}
