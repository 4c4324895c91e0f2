using System.Globalization;
using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.People.Features;
using Medway.LocalOffer.People.Features.Staff.AddContact;
using Medway.LocalOffer.People.Features.Staff.AddRelationship;
using Medway.LocalOffer.People.Features.Staff.GatherData;
using Medway.LocalOffer.People.Features.Staff.RecordDeath;
using Medway.LocalOffer.People.Features.Staff.RecordPerson;
using Medway.LocalOffer.People.Features.Staff.RestrictPerson;
using Medway.LocalOffer.People.Features.Staff.TellAs;
using Medway.LocalOffer.People.Reaching;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.People.Seeding;

/// <summary>The made-up families, each made by the operations that staff use. A family that is there already stays as it is.</summary>
internal sealed class DemoFamilies(
    PeopleDbContext context, IMediator mediator, IReach reach, SeedFiles files, IHostEnvironment environment, TimeProvider clock) : ISeeder
{
    private const string How = "Demo family";

    /// <summary>As if all of it had been written down so long ago: a fresh contact point keeps documents closed for a day.</summary>
    private static readonly TimeSpan Ago = TimeSpan.FromDays(60);

    public SeedSet Set => SeedSet.Demo;

    /// <summary>Before the accounts and whatever else is about people.</summary>
    public int Order => -10;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        // Whoever asks: real people and made-up ones never share a database.
        if (environment.IsProduction())
        {
            return;
        }

        var rows = files.Rows(SeedSet.Demo, "people.csv", "key", "id", "family", "kind", "situation");
        var there = (await context.Persons.Select(person => person.Id).ToListAsync(cancellationToken)).ToHashSet();
        using var transaction = OneTransaction.Begin();
        foreach (var family in rows.GroupBy(row => row["family"]))
        {
            if (family.All(row => !there.Contains(Id(row))))
            {
                await MakeAsync([.. family], rows.ToDictionary(row => row["key"], Id), cancellationToken);
                context.ChangeTracker.Clear();
            }
        }

        if (!await context.Erasures.AnyAsync(cancellationToken))
        {
            Check(await mediator.Send(new AskErasure(Id(rows.Last(row => row["kind"] == "adult")), "Asked for it by letter"), cancellationToken));
        }

        transaction.Complete();
    }

    private async Task MakeAsync(List<CsvRow> family, Dictionary<string, Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var row in family)
        {
            await MakePersonAsync(row, cancellationToken);
        }

        var agreed = AgreedOn(family[0]);
        foreach (var row in family.Where(row => row["of"].Length > 0))
        {
            Check(await mediator.Send(
                new AddRelationship(
                    Id(row), ids[row["of"]], Enum.Parse<RelationshipKind>(row["relationship"].Replace("_", "", StringComparison.Ordinal), ignoreCase: true), null, null,
                    row["parental_responsibility"] == "yes", Day(row["responsibility_from"]), Day(row["responsibility_to"]), How,
                    row["relationship"] == "parent" ? agreed : null),
                cancellationToken));
        }

        var before = clock.GetUtcNow() - Ago;
        var own = family.Select(row => (Guid?)Id(row)).ToList();
        await context.Contacts.Where(contact => own.Contains(contact.PersonId)).ExecuteUpdateAsync(set => set.SetProperty(contact => contact.ChangedAt, before), cancellationToken);
        await SituateAsync(family, ids, cancellationToken);
    }

    private async Task MakePersonAsync(CsvRow row, CancellationToken cancellationToken)
    {
        var id = Id(row);
        var kind = row["kind"] switch
        {
            "child" or "young_person" => PersonKind.Child,
            "professional" => PersonKind.Professional,
            _ => PersonKind.Adult,
        };
        Check(await mediator.Send(new RecordPerson(kind, row["given_name"], row["family_name"], "", Day(row["date_of_birth"]), IsSomebodyElse: true, id), cancellationToken));
        foreach (var (contact, value) in new[]
        {
            (ContactPointKind.Email, row["email"]),
            (ContactPointKind.Phone, row["phone"]),
            (ContactPointKind.Address, row["address"].Length == 0 ? "" : $"{row["address"]}, {row["postcode"]}"),
        })
        {
            if (value.Length > 0)
            {
                Check(await mediator.Send(new AddContact(id, contact, value, IsVerified: true, IsSafe: true, How), cancellationToken));
            }
        }

        if (row["channel"].Length > 0 || row["format"].Length > 0)
        {
            var channel = row["channel"].Length == 0 ? "" : Enum.Parse<Channel>(row["channel"], ignoreCase: true).ToString();
            var format = row["format"].Length == 0 ? nameof(MessageFormat.Standard) : Enum.Parse<MessageFormat>(row["format"].Replace("_", "", StringComparison.Ordinal), ignoreCase: true).ToString();
            Check(await mediator.Send(
                new ChangePreferences(id, new LikedWay(channel, row["language"], format, "", "", AnyDay: false, CallFirst: false)), cancellationToken));
        }
    }

    /// <summary>What the family is there to show (<c>situation</c> on the child's row).</summary>
    private async Task SituateAsync(List<CsvRow> family, Dictionary<string, Guid> ids, CancellationToken cancellationToken)
    {
        var (key, situation) = (family[0]["family"], family[0]["situation"]);
        Guid Member(string name) => ids[$"{key}-{name}"];
        var child = Member("child");
        switch (situation)
        {
            case "no_contact_order":
                await RestrictAsync(child, RestrictionKind.NoContactOrder, Member("parent-2"), [], cancellationToken);
                break;
            case "refuge":
                await HideWithSafePhoneAsync(Member("parent-1"), RestrictionKind.Refuge, cancellationToken);
                await RestrictAsync(child, RestrictionKind.Refuge, null, [Member("parent-1")], cancellationToken);
                break;
            case "confidential_address":
                await HideWithSafePhoneAsync(Member("parent-1"), RestrictionKind.ConfidentialAddress, cancellationToken);
                break;
            case "care_order":
                await RestrictAsync(child, RestrictionKind.CareOrder, null, [], cancellationToken);
                await RestrictAsync(child, RestrictionKind.SecretPlacement, null, [Member("social-worker")], cancellationToken);
                break;
            case "adopted":
                await RestrictAsync(child, RestrictionKind.AfterAdoption, Member("parent-2"), [], cancellationToken);
                break;
            case "special_guardianship":
                await RestrictAsync(child, RestrictionKind.SpecialGuardianship, null, [], cancellationToken);
                break;
            case "young_person_writes_alone":
                await RestrictAsync(child, RestrictionKind.CopyRefused, Member("parent-1"), [], cancellationToken);
                break;
            case "parent_died":
                Check(await mediator.Send(new RecordDeath(Member("parent-2"), clock.Today().AddDays(-40), How), cancellationToken));
                break;
            case "bounced_email":
                await ReportAsync(Member("parent-1"), ContactPointKind.Email, ContactFailure.Bounced, cancellationToken);
                break;
            case "returned_letter":
                await ReportAsync(Member("parent-1"), ContactPointKind.Address, ContactFailure.Returned, cancellationToken);
                break;
        }
    }

    /// <summary>The phone is the one that the lead has found to be safe; where the person lives is known to nobody here.</summary>
    private async Task HideWithSafePhoneAsync(Guid personId, RestrictionKind kind, CancellationToken cancellationToken)
    {
        await RestrictAsync(personId, kind, null, [], cancellationToken);
        await context.HiddenContacts.Where(contact => contact.PersonId == personId && contact.Kind == ContactPointKind.Phone)
            .ExecuteUpdateAsync(set => set.SetProperty(contact => contact.IsSafe, true), cancellationToken);
    }

    private async Task RestrictAsync(Guid personId, RestrictionKind kind, Guid? against, IReadOnlyList<Guid> allowed, CancellationToken cancellationToken)
    {
        Check(await mediator.Send(new RestrictPerson(personId, kind, against, null, null, allowed, How), cancellationToken));
        context.ChangeTracker.Clear();
    }

    private async Task ReportAsync(Guid personId, ContactPointKind kind, ContactFailure failure, CancellationToken cancellationToken)
    {
        var contact = await context.Contacts.Where(c => c.PersonId == personId && c.Kind == kind).Select(c => c.Id).SingleAsync(cancellationToken);
        await reach.ReportAsync(contact, failure, cancellationToken);
    }

    /// <summary>A grown-up young person who lives with their parents in one family has agreed, at seventeen, that they are told.</summary>
    private DateOnly? AgreedOn(CsvRow child) =>
        child["situation"] is "together" or "bounced_email" && Day(child["date_of_birth"]) is { } born && born.AddYears(ReachRules.AgeOfMajority) <= clock.Today() ? born.AddYears(ReachRules.AgeOfMajority - 1) : null;

    private static Guid Id(CsvRow row) => Guid.Parse(row["id"]);

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The file is checked when it is committed, so a refusal is a bug.</summary>
    private static void Check<T>(Outcome<T> outcome)
    {
        if (!outcome.IsOk)
        {
            throw new InvalidDataException($"Seed file demo/people.csv: {string.Join("; ", outcome.Errors.Select(error => $"{error.Field}: {error.Message}"))}");
        }
    }
}
