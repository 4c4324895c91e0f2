using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.People.Features.Staff.AddContact;
using Medway.LocalOffer.People.Features.Staff.AddRelationship;
using Medway.LocalOffer.People.Features.Staff.RecordPerson;
using Medway.LocalOffer.People.Features.Staff.RestrictPerson;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Testing;

/// <summary>Makes people round a child one by one, with People's own operations.</summary>
public static class MadePeople
{
    private const string How = "A test asked for it";

    private static int people;

    /// <summary>With a name that nobody else has: two rows that are alike would hold each other until somebody compares them.</summary>
    /// <param name="app">The host.</param>
    /// <param name="kind">What they are.</param>
    /// <param name="born">Null: about forty years ago.</param>
    public static Task<Guid> PersonAsync(this App app, PersonKind kind, DateOnly? born = null)
    {
        var number = Interlocked.Increment(ref people);
        var letters = string.Concat($"{number:0000}".Select(digit => (char)('a' + digit - '0')));
        return app.DoAsync(new RecordPerson(kind, $"Viewer{letters}", "Sceneman", "", born ?? app.Clock.Today().AddYears(-40).AddDays(-number), IsSomebodyElse: true));
    }

    /// <param name="app">The host.</param>
    /// <param name="person">Who.</param>
    /// <param name="child">To whom.</param>
    /// <param name="kind">What they are to the child.</param>
    /// <param name="decides">Whether they have parental responsibility.</param>
    /// <param name="from">First day; null when it was always so.</param>
    /// <param name="to">Last day; null when it goes on.</param>
    /// <param name="agreedOn">When the young person agreed that they are told; it counts from the eighteenth birthday on.</param>
    public static Task RelateAsync(
        this App app, Guid person, Guid child, RelationshipKind kind, bool decides, DateOnly? from = null, DateOnly? to = null, DateOnly? agreedOn = null) =>
        app.DoAsync(new AddRelationship(person, child, kind, from, to, decides, null, null, How, agreedOn));

    /// <param name="app">The host.</param>
    /// <param name="person">Whom it protects.</param>
    /// <param name="reason">A restriction that somebody records.</param>
    /// <param name="against">Against whom; null when it is against nobody in particular.</param>
    public static Task RestrictAsync(this App app, Guid person, HeldReason reason, Guid? against = null) =>
        app.DoAsync(new RestrictPerson(person, Enum.Parse<RestrictionKind>(reason.ToString()), against, null, null, [], How));

    /// <summary>An address of this person, and nobody may learn it.</summary>
    public static async Task HideAsync(this App app, Guid person, string street)
    {
        await app.DoAsync(new AddContact(person, ContactPointKind.Address, $"{street}, Sampletown, ZZ99 9AJ", IsVerified: true, IsSafe: true, How));
        await app.RestrictAsync(person, HeldReason.ConfidentialAddress);
    }
}
