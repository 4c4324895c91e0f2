using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.People.Features.Staff.AddContact;
using Medway.LocalOffer.People.Features.Staff.AddRelationship;
using Medway.LocalOffer.People.Features.Staff.ChangeRelationship;
using Medway.LocalOffer.People.Features.Staff.RecordDeath;
using Medway.LocalOffer.People.Features.Staff.RecordPerson;
using Medway.LocalOffer.People.Features.Staff.RestrictPerson;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing;

/// <summary>A young person of 16 and a parent with parental responsibility who can be reached by all five channels; everything is verified.</summary>
public sealed record MadeFamily(Guid ChildId, Guid ParentId, Guid EmailId, Guid PhoneId, Guid AddressId, string Email, string Phone, string Street);

/// <summary>Makes families with People's own operations, each with names and addresses that no other has.</summary>
public static class MadeFamilies
{
    private const string How = "A test asked for it";

    private static int families;

    /// <summary>The twelve restrictions, for matrices.</summary>
    public static readonly IReadOnlyList<HeldReason> Restrictions = [.. Enum.GetValues<HeldReason>().TakeWhile(reason => reason != HeldReason.BeingChecked)];

    /// <summary>Sends an operation of any module as the command line does, and expects it to work.</summary>
    public static async Task<T> DoAsync<T>(this App app, IRequest<Outcome<T>> operation)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(operation);
        return outcome.IsOk
            ? outcome.Value
            : throw new InvalidOperationException($"{operation.GetType().Name} ended {outcome.Kind}: {string.Join("; ", outcome.Errors.Select(error => error.Message))}");
    }

    public static async Task<MadeFamily> FamilyAsync(this App app)
    {
        var number = Interlocked.Increment(ref families);
        var letters = string.Concat($"{number:0000}".Select(digit => (char)('a' + digit - '0')));
        var today = app.Clock.Today();
        var child = await app.DoAsync(new RecordPerson(
            PersonKind.Child, $"Child{letters}", "Madeup", "", today.AddYears(-16).AddDays(-100), IsSomebodyElse: true));
        var parent = await app.DoAsync(new RecordPerson(
            PersonKind.Adult, $"Parent{letters}", "Madeup", "", today.AddYears(-44).AddDays(-number), IsSomebodyElse: true));
        await app.DoAsync(new AddRelationship(
            parent, child, RelationshipKind.Parent, today.AddYears(-16).AddDays(-100), null, HasResponsibility: true, null, null, How));
        var (email, phone, street) = ($"parent.{letters}@example.org", $"07700 9{number:00000}"[..12], $"{number} Made-up Street");
        return new MadeFamily(
            child, parent,
            await app.DoAsync(new AddContact(parent, ContactPointKind.Email, email, IsVerified: true, IsSafe: true, How)),
            await app.DoAsync(new AddContact(parent, ContactPointKind.Phone, phone, IsVerified: true, IsSafe: true, How)),
            await app.DoAsync(new AddContact(parent, ContactPointKind.Address, $"{street}, Sampletown, ZZ99 9AJ", IsVerified: true, IsSafe: true, How)),
            email, phone, street);
    }

    /// <summary>A child on whose record nobody stands yet.</summary>
    public static Task<Guid> ChildAsync(this App app, DateOnly? bornOn) => app.DoAsync(new RecordPerson(
        PersonKind.Child, "Onlychild", "Madeup", "", bornOn, IsSomebodyElse: true));

    /// <summary>A verified, safe address of a child or young person's own.</summary>
    public static Task<Guid> AddEmailAsync(this App app, Guid personId, string email) =>
        app.DoAsync(new AddContact(personId, ContactPointKind.Email, email, IsVerified: true, IsSafe: true, How));

    /// <summary>Makes exactly this reason hold what is sent to the parent about the child.</summary>
    public static async Task HoldAsync(this App app, MadeFamily family, HeldReason reason)
    {
        var today = app.Clock.Today();
        switch (reason)
        {
            case HeldReason.NoContactOrder or HeldReason.CopyRefused:
                await RestrictAsync(app, family.ChildId, reason, family.ParentId);
                break;
            case HeldReason.ConfidentialAddress or HeldReason.Refuge:
                await RestrictAsync(app, family.ParentId, reason, null);
                break;
            case HeldReason.SecretPlacement or HeldReason.CareOrder or HeldReason.AfterAdoption or HeldReason.SpecialGuardianship:
                await RestrictAsync(app, family.ChildId, reason, null);
                break;
            case HeldReason.NoParentalResponsibility:
                await ChangeAsync(app, family, null, hasResponsibility: false);
                break;
            case HeldReason.RelationshipEnded:
                await ChangeAsync(app, family, today.AddDays(-1), hasResponsibility: true);
                break;
            case HeldReason.Died:
                await app.DoAsync(new RecordDeath(family.ChildId, today, How));
                break;
            case HeldReason.ContactPointUnusable:
                await ReportAsync(app, family);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not one of the twelve restrictions");
        }
    }

    /// <summary>The parent's address is hidden, and the duty lead has found it to be safe.</summary>
    public static async Task HideAddressAsync(this App app, MadeFamily family)
    {
        await RestrictAsync(app, family.ParentId, HeldReason.ConfidentialAddress, null);
        await app.MarkSafeAsync(family, family.AddressId);
    }

    /// <summary>A new postal address; the post has brought a letter back from the old one.</summary>
    public static async Task MoveAsync(this App app, MadeFamily family, string street)
    {
        await app.DoAsync(new AddContact(family.ParentId, ContactPointKind.Address, $"{street}, Sampletown, ZZ99 9AK", IsVerified: true, IsSafe: true, How));
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "tests");
        await scope.ServiceProvider.GetRequiredService<IReach>().ReportAsync(family.AddressId, ContactFailure.Returned, CancellationToken.None);
    }

    /// <summary>A hidden way to reach the parent that the lead has found safe.</summary>
    public static Task MarkSafeAsync(this App app, MadeFamily family, Guid contactId) =>
        app.DoAsync(new MarkHiddenContact(family.ParentId, contactId, HiddenDecision.Safe, How));

    private static Task<Guid> RestrictAsync(App app, Guid person, HeldReason reason, Guid? against) =>
        app.DoAsync(new RestrictPerson(person, Enum.Parse<RestrictionKind>(reason.ToString()), against, null, null, [], How));

    private static async Task ChangeAsync(App app, MadeFamily family, DateOnly? to, bool hasResponsibility)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var relationship = await scope.ServiceProvider.GetRequiredService<PeopleDbContext>().Relationships.AsNoTracking()
            .SingleAsync(r => r.PersonId == family.ParentId && r.ChildId == family.ChildId);
        await app.DoAsync(new ChangeRelationship(family.ParentId, relationship.Id, relationship.Version, to, hasResponsibility, null, null, How));
    }

    private static async Task ReportAsync(App app, MadeFamily family)
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "tests");
        var reach = scope.ServiceProvider.GetRequiredService<IReach>();
        await reach.ReportAsync(family.EmailId, ContactFailure.Bounced, CancellationToken.None);
        await reach.ReportAsync(family.PhoneId, ContactFailure.WrongPerson, CancellationToken.None);
        await reach.ReportAsync(family.AddressId, ContactFailure.Returned, CancellationToken.None);
    }
}
