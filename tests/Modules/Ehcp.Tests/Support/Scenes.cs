using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Ehcp.Tests;

/// <param name="ViewerId">Whom the row is about.</param>
/// <param name="ChildId">Whose record it is.</param>
/// <param name="ParentId">Somebody else who may see the record, as the control.</param>
/// <param name="Role">With which the viewer signs in.</param>
internal sealed record Scene(Guid ViewerId, Guid ChildId, Guid ParentId, string Role = Roles.FamilyParty);

/// <summary>Sets the people of one row of viewers.csv up, by the operations that staff use.</summary>
internal sealed class Scenes(App app)
{
    public const string Street = "47 Hiddenhouse Row";

    /// <summary>On the last Friday in June 2027 decisions pass to whoever was born on this day.</summary>
    private static readonly DateOnly TurnsSixteenInTheYear = new(2010, 10, 1);

    /// <summary>The day on which the row looks; null is today.</summary>
    public static DateOnly? DayOf(string viewer) => viewer switch
    {
        "young_person_day_before_switch" => Ages.SwitchDay(TurnsSixteenInTheYear).AddDays(-1),
        "young_person_on_switch" or "parent_after_switch_allowed" or "parent_after_switch_refused" => Ages.SwitchDay(TurnsSixteenInTheYear),
        _ => null,
    };

    /// <returns>Null for a row that nobody has set up.</returns>
    public async Task<Scene?> MakeAsync(string viewer)
    {
        var child = await ChildAsync(viewer);
        var parent = await ParentAsync(child);
        return viewer switch
        {
            "parent" or "separated_parent" or "parent_after_switch_allowed" => new(await ParentAsync(child), child, parent),
            "section_20_parent" => new(parent, child, await RelatedAsync(child, RelationshipKind.FosterCarer)),
            "separated_parent_confidential_address" => new(await HiddenAsync(await ParentAsync(child)), child, parent),
            "no_contact_parent" => new(await RestrictedAsync(child, await ParentAsync(child), HeldReason.NoContactOrder), child, parent),
            "parent_after_switch_refused" => new(await RestrictedAsync(child, await ParentAsync(child), HeldReason.CopyRefused), child, parent),
            "parent_without_responsibility" => new(await RelatedAsync(child, RelationshipKind.Parent), child, parent),
            "step_parent" => new(await RelatedAsync(child, RelationshipKind.StepParent), child, parent),
            "birth_parent_under_care_order" => new(await UnderAsync(child, parent, HeldReason.CareOrder), child, await RelatedAsync(child, RelationshipKind.SocialWorker)),
            "birth_parent_after_adoption" => new(await UnderAsync(child, parent, HeldReason.AfterAdoption), child, await RelatedAsync(child, RelationshipKind.AdoptiveParent, decides: true)),
            "birth_parent_after_special_guardianship" => new(
                await UnderAsync(child, parent, HeldReason.SpecialGuardianship), child, await RelatedAsync(child, RelationshipKind.SpecialGuardian, decides: true)),
            "adopter" => await DecidesAsync(child, parent, HeldReason.AfterAdoption, RelationshipKind.AdoptiveParent),
            "special_guardian" => await DecidesAsync(child, parent, HeldReason.SpecialGuardianship, RelationshipKind.SpecialGuardian),
            "social_worker" => await LookedAfterAsync(child, parent, RelationshipKind.SocialWorker),
            "foster_carer" => await LookedAfterAsync(child, parent, RelationshipKind.FosterCarer),
            "young_person_day_before_switch" or "young_person_on_switch" => new(child, child, parent, Roles.YoungPerson),
            "deputy" => new(await RelatedAsync(child, RelationshipKind.Deputy), child, parent),
            "interpreter" => new(await RelatedAsync(child, RelationshipKind.Interpreter), child, parent, Roles.Supporter),
            "advocate" => new(await RelatedAsync(child, RelationshipKind.Advocate), child, parent, Roles.Supporter),
            "expired_supporter" => new(await EndedAsync(child), child, parent, Roles.Supporter),
            "school_adviser" or "health_adviser" => new(await app.PersonAsync(PersonKind.Professional), child, parent, Roles.Supporter),
            _ => null,
        };
    }

    /// <summary>Somebody who is something to a child of this birth date.</summary>
    /// <param name="agreed">Whether somebody who decides is told because the young person has agreed to it.</param>
    public async Task<Scene> OfAsync(DateOnly born, RelationshipKind kind, bool decides, bool agreed)
    {
        var child = await app.PersonAsync(PersonKind.Child, born);
        return new(await RelatedAsync(child, kind, decides, agreed), child, await ParentAsync(child));
    }

    private Task<Guid> ChildAsync(string viewer) => app.PersonAsync(
        PersonKind.Child, DayOf(viewer) is not null ? TurnsSixteenInTheYear : app.Clock.Today().AddYears(viewer == "deputy" ? -19 : -10));

    private Task<Guid> ParentAsync(Guid child) => RelatedAsync(child, RelationshipKind.Parent, decides: true);

    private async Task<Guid> RelatedAsync(Guid child, RelationshipKind kind, bool decides = false, bool agreed = true)
    {
        var isAtWork = kind is RelationshipKind.SocialWorker or RelationshipKind.Advocate or RelationshipKind.Interpreter or RelationshipKind.Deputy;
        var person = await app.PersonAsync(isAtWork ? PersonKind.Professional : PersonKind.Adult);

        // Whoever decided for the child is told of the adult because the young person has agreed to it.
        await app.RelateAsync(person, child, kind, decides, agreedOn: decides && agreed ? app.Clock.Today() : null);
        return person;
    }

    private async Task<Guid> EndedAsync(Guid child)
    {
        var person = await app.PersonAsync(PersonKind.Adult);
        var yesterday = app.Clock.Today().AddDays(-1);
        await app.RelateAsync(person, child, RelationshipKind.Advocate, decides: false, yesterday.AddMonths(-6), yesterday);
        return person;
    }

    private async Task<Guid> HiddenAsync(Guid person)
    {
        await app.AddEmailAsync(person, $"{person:n}@example.org");
        await app.HideAsync(person, Street);
        return person;
    }

    private async Task<Guid> RestrictedAsync(Guid child, Guid against, HeldReason kind)
    {
        await app.RestrictAsync(child, kind, against);
        return against;
    }

    private async Task<Guid> UnderAsync(Guid child, Guid parent, HeldReason kind)
    {
        await app.RestrictAsync(child, kind);
        return parent;
    }

    private async Task<Scene> DecidesAsync(Guid child, Guid parent, HeldReason order, RelationshipKind kind)
    {
        await UnderAsync(child, parent, order);
        return new(await RelatedAsync(child, kind, decides: true), child, await RelatedAsync(child, kind, decides: true));
    }

    private async Task<Scene> LookedAfterAsync(Guid child, Guid parent, RelationshipKind kind)
    {
        await UnderAsync(child, parent, HeldReason.CareOrder);
        return new(await RelatedAsync(child, kind), child, await RelatedAsync(child, RelationshipKind.SocialWorker));
    }
}
