using MediatR;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features;
using Medway.LocalOffer.Register.Features.Staff.GiveList;
using Medway.LocalOffer.Register.Features.Staff.ImportOldRegister;
using Medway.LocalOffer.Register.Features.Staff.ListMailings;
using Medway.LocalOffer.Register.Features.Staff.SeeOldRegister;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Register.Seeding;

/// <summary>A made-up old register, letters that wait, a mailing that waits for its second look, and a list that was given; each by the operations that officers use.</summary>
internal sealed class DemoOldRegister(IMediator mediator, RegisterDbContext context, SeedFiles files, IHostEnvironment environment, IConfiguration configuration) : ISeeder
{
    private const string Name = "old-register.csv";

    public SeedSet Set => SeedSet.Demo;

    /// <summary>After the entries of families.</summary>
    public int Order => 13;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        // Nothing made up may leave: not on a machine that has a way out.
        if (environment.IsProduction() || new[] { "Email", "Sms", "Letter" }.Any(way => configuration[$"Messaging:{way}"] is "notify" or "smtp") || await context.OldEntries.AnyAsync(cancellationToken))
        {
            return;
        }

        Check(await mediator.Send(new ImportOldRegister(new ImportFile(Name, await File.ReadAllBytesAsync(files.PathOf(SeedSet.Demo, Name), cancellationToken)), IsTrial: false), cancellationToken));
        Check(await mediator.Send(new MakeLetters(2), cancellationToken));
        Check(await mediator.Send(
            new WriteMailing(MailingWords.KindOf(Mailing.News, MessageChannel.Email), "A day out in the spring", "We plan a day out for families. You can come for an hour or stay all day. We tell you the date soon."), cancellationToken));
        Check(await mediator.Send(new GiveList(ConsentPurpose.ShareWithParentForum.Slug, ""), cancellationToken));
    }

    /// <summary>The file is checked when it is committed, so a refusal is a bug.</summary>
    private static void Check<T>(Outcome<T> outcome)
    {
        if (!outcome.IsOk || outcome.Value is ImportReport { Problems.Count: > 0 })
        {
            throw new InvalidDataException($"Seed file demo/{Name}: {string.Join("; ", outcome.Errors.Select(error => $"{error.Field}: {error.Message}"))}");
        }
    }
}
