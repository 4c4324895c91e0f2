using Medway.LocalOffer.Platform.Security;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class ActorTests
{
    private static readonly Permission Publish = new("things.things.publish", "Publish things", Roles.Publisher);

    [Fact]
    public void May_Visitor_ReadsWhatIsPublishedAndNoMore()
    {
        var actor = new Actor();

        actor.May(Permission.ReadPublished).ShouldBeTrue();
        actor.May(Publish).ShouldBeFalse();
    }

    [Theory]
    [InlineData(ActorKind.Staff, Roles.Publisher, true)]
    [InlineData(ActorKind.Staff, Roles.LocalOfferOfficer, false)]
    [InlineData(ActorKind.Job, "", true)]
    [InlineData(ActorKind.Cli, "", true)]
    public void May_Role_DecidesForStaff(ActorKind kind, string role, bool expected)
    {
        var actor = new Actor();
        actor.Become(kind, "someone", role);

        actor.May(Publish).ShouldBe(expected);
    }

    [Fact]
    public void May_RoleWithALimit_CountsOnlyForThatRecord()
    {
        var section = new Scope(ScopeKind.Section, "food");
        var actor = new Actor();
        actor.SignIn(ActorKind.Staff, "someone", [new Grant(Roles.Publisher, section)], factors: 2);

        actor.May(Publish).ShouldBeFalse();
        actor.May(Publish, [section]).ShouldBeFalse();

        var bySection = Publish with { HoldsWithALimit = true };
        actor.May(bySection).ShouldBeTrue();
        actor.May(bySection, [section]).ShouldBeTrue();
        actor.May(bySection, [new Scope(ScopeKind.Section, "travel")]).ShouldBeFalse();
    }
}
