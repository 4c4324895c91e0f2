using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.People.Features.Staff.AddContact;
using Medway.LocalOffer.People.Features.Staff.AddRelationship;
using Medway.LocalOffer.People.Features.Staff.RecordDeath;
using Medway.LocalOffer.People.Features.Staff.RecordPerson;
using Medway.LocalOffer.People.Features.Staff.RestrictPerson;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.People.Tests.Reaching;

/// <summary>People's half of the send-time gate. That something is held proves nothing unless the same message leaves without the restriction.</summary>
[Collection(PeopleApp.Name)]
[Proves("messaging")]
public sealed class ReachTests(App app)
{
    private const string How = "A test asked for it";

    private static readonly Channel[] Channels = Enum.GetValues<Channel>();

    public static TheoryData<HeldReason> Twelve => new(MadeFamilies.Restrictions);

    [Theory]
    [MemberData(nameof(Twelve))]
    public async Task Ask_WithARestriction_HoldsEveryChannel_AndWithoutItEveryChannelGoes(HeldReason reason)
    {
        MadeFamilies.Restrictions.Count.ShouldBe(12);
        var family = await app.FamilyAsync();
        ReachQuestion[] questions = [.. Channels.Select(channel => new ReachQuestion(family.ParentId, family.ChildId, channel, ReachPurpose.Tell))];

        var before = await AskAsync(questions);
        await app.HoldAsync(family, reason);
        var after = await AskAsync(questions);

        before.ShouldAllBe(answer => answer.May);
        before.Select(answer => answer.To!.Lines[0]).ShouldBe([family.Email, Digits(family.Phone), family.Street, Digits(family.Phone), family.Street]);
        after.ShouldAllBe(answer => !answer.May && answer.To == null);
        after.ShouldAllBe(answer => answer.Held.Contains(reason));
        after.SelectMany(answer => answer.Held).Distinct().ShouldBe([reason], "nothing else may be said to hold it");
    }

    [Fact]
    public async Task Ask_AboutNobody_IsNotHeldByWhatLiesBetweenParentAndChild()
    {
        var family = await app.FamilyAsync();
        await app.HoldAsync(family, HeldReason.NoContactOrder);

        (await AskAsync(new ReachQuestion(family.ParentId, null, Channel.Email, ReachPurpose.Tell))).ShouldHaveSingleItem().May.ShouldBeTrue();
    }

    [Theory]
    [InlineData(HeldReason.ConfidentialAddress, "07700 900998")]
    [InlineData(HeldReason.Refuge, "07700 900999")]
    public async Task Ask_HiddenPerson_IsReachedOnlyWhereTheLeadSaysItIsSafe(HeldReason reason, string phone)
    {
        var family = await app.FamilyAsync();
        await app.HoldAsync(family, reason);
        await app.DoAsync(new AddHiddenContact(family.ParentId, ContactPointKind.Phone, phone, IsSafe: true, How));
        await app.DoAsync(new AddHiddenContact(family.ParentId, ContactPointKind.Address, "1 Hidden House, Nowhere, ZZ99 1HH", IsSafe: false, How));

        var answers = await AskAsync([.. Channels.Select(channel => new ReachQuestion(family.ParentId, family.ChildId, channel, ReachPurpose.Tell))]);

        var (sms, letter) = (answers[(int)Channel.Sms], answers[(int)Channel.Letter]);
        sms.May.ShouldBeTrue();
        sms.To!.IsConfidential.ShouldBeTrue();
        sms.To.Lines.ShouldBe([Digits(phone)]);
        letter.Held.ShouldBe([reason]);
        answers[(int)Channel.Email].Held.ShouldBe([reason]);
    }

    [Fact]
    public async Task Ask_SharedHome_IsHeldForTheProtectedParent_AndNotForOneWhoLivesApart()
    {
        var (family, other) = (await app.FamilyAsync(), await app.FamilyAsync());
        await app.DoAsync(new AddContact(other.ParentId, ContactPointKind.Address, $"{family.Street.ToUpperInvariant()}\nSampletown\nzz999aj", IsVerified: false, IsSafe: true, How));
        await app.DoAsync(new RestrictPerson(family.ParentId, RestrictionKind.NoContactOrder, other.ParentId, null, null, [], How));

        var answers = await AskAsync(
            new(family.ParentId, family.ChildId, Channel.Letter, ReachPurpose.Tell), new(family.ParentId, family.ChildId, Channel.Email, ReachPurpose.Tell));

        answers[0].Held.ShouldBe([HeldReason.NoContactOrder]);
        answers[1].May.ShouldBeTrue();
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public async Task Ask_CopyRefused_HoldsFromTheSixteenthBirthdayOn(int days, bool holds)
    {
        var family = await app.FamilyAsync();
        var child = await app.DoAsync(new RecordPerson(
            PersonKind.Child, "Birthday", "Madeup", "", app.Clock.Today().AddYears(-16).AddDays(-days), IsSomebodyElse: true));
        await app.DoAsync(new AddRelationship(family.ParentId, child, RelationshipKind.Parent, null, null, HasResponsibility: true, null, null, How));
        await app.DoAsync(new RestrictPerson(child, RestrictionKind.CopyRefused, family.ParentId, null, null, [], How));

        var answer = (await AskAsync(new ReachQuestion(family.ParentId, child, Channel.Email, ReachPurpose.Tell)))[0];

        answer.Held.ShouldBe(holds ? [HeldReason.CopyRefused] : []);
    }

    /// <summary>Parental responsibility ends on the eighteenth birthday. From then on being somebody's parent, carer or aunt is not enough.</summary>
    [Theory]
    [InlineData(-1, RelationshipKind.Parent, true, null, true)]
    [InlineData(0, RelationshipKind.Parent, true, null, false)]
    [InlineData(1, RelationshipKind.Parent, true, null, false)]
    [InlineData(0, RelationshipKind.Parent, true, 0, true)]
    [InlineData(0, RelationshipKind.Parent, true, 400, true)]
    [InlineData(0, RelationshipKind.Parent, true, 1_000, false)]
    [InlineData(0, RelationshipKind.Relative, false, null, false)]
    [InlineData(0, RelationshipKind.Relative, false, 0, true)]
    [InlineData(-1, RelationshipKind.Relative, false, 0, false)]
    [InlineData(0, RelationshipKind.FosterCarer, false, null, false)]
    [InlineData(0, RelationshipKind.Interpreter, false, 0, false)]
    [InlineData(0, RelationshipKind.Deputy, false, null, true)]
    [InlineData(0, RelationshipKind.SocialWorker, false, null, true)]
    [InlineData(0, RelationshipKind.Advocate, false, null, true)]
    public async Task Ask_FromTheEighteenthBirthdayOn_ReachesADeputy_AndThoseWhomTheYoungPersonAgreedTo(
        int days, RelationshipKind kind, bool decides, int? agreedDaysAgo, bool goes)
    {
        var (family, today) = (await app.FamilyAsync(), app.Clock.Today());
        var young = await app.PersonAsync(PersonKind.Child, today.AddYears(-18).AddDays(-days));
        await app.AddEmailAsync(young, $"young.{young:n}@example.org");
        await app.RelateAsync(family.ParentId, young, kind, decides, agreedOn: agreedDaysAgo is { } ago ? today.AddDays(-ago) : null);

        var answers = await AskAsync([.. Channels.Select(channel => new ReachQuestion(family.ParentId, young, channel, ReachPurpose.Tell)), new(young, young, Channel.Email, ReachPurpose.Tell)]);

        answers.SkipLast(1).ShouldAllBe(answer => answer.May == goes);
        answers.SkipLast(1).SelectMany(answer => answer.Held).Distinct().ShouldBe(goes ? [] : [HeldReason.NoParentalResponsibility]);
        answers[^1].May.ShouldBeTrue("the young person is always told");
    }

    [Fact]
    public async Task Ask_AgreedToAndThenRefused_IsHeld()
    {
        var (family, today) = (await app.FamilyAsync(), app.Clock.Today());
        var young = await app.PersonAsync(PersonKind.Child, today.AddYears(-19));
        await app.RelateAsync(family.ParentId, young, RelationshipKind.Parent, decides: true, agreedOn: today);
        ReachQuestion question = new(family.ParentId, young, Channel.Email, ReachPurpose.Tell);
        (await AskAsync(question))[0].May.ShouldBeTrue();

        await app.RestrictAsync(young, HeldReason.CopyRefused, family.ParentId);

        (await AskAsync(question))[0].Held.ShouldBe([HeldReason.CopyRefused]);
    }

    [Theory]
    [InlineData(RelationshipKind.SocialWorker, true)]
    [InlineData(RelationshipKind.FosterCarer, true)]
    [InlineData(RelationshipKind.Relative, false)]
    public async Task Ask_WithoutResponsibility_DependsOnWhatThePersonIsToTheChild(RelationshipKind kind, bool goes)
    {
        var (family, other) = (await app.FamilyAsync(), await app.FamilyAsync());
        await app.DoAsync(new AddRelationship(other.ParentId, family.ChildId, kind, null, null, HasResponsibility: false, null, null, How));

        (await AskAsync(new ReachQuestion(other.ParentId, family.ChildId, Channel.Email, ReachPurpose.Tell)))[0].May.ShouldBe(goes);
    }

    [Fact]
    public async Task Ask_NobodyKnown_OrNothingBetweenThem_IsHeld()
    {
        var (family, other) = (await app.FamilyAsync(), await app.FamilyAsync());

        var answers = await AskAsync(
            new(Guid.CreateVersion7(), null, Channel.Email, ReachPurpose.Tell),
            new(family.ParentId, Guid.CreateVersion7(), Channel.Email, ReachPurpose.Tell),
            new(family.ParentId, other.ChildId, Channel.Email, ReachPurpose.Tell),
            new(null, null, Channel.Email, ReachPurpose.SignIn, Guid.CreateVersion7()),
            new(family.ChildId, family.ChildId, Channel.Email, ReachPurpose.Tell),
            new(family.ParentId, null, Channel.Email, ReachPurpose.Tell, other.EmailId),
            new(family.ParentId, null, Channel.Email, ReachPurpose.SignIn),
            new(family.ParentId, family.ChildId, Channel.Email, ReachPurpose.Tell));

        answers.Select(answer => answer.Held.Count == 0 ? default : answer.Held[0]).Take(7).ShouldBe(
        [
            HeldReason.Unknown, HeldReason.Unknown, HeldReason.NoRelationship, HeldReason.Unknown, HeldReason.NoContactPoint, HeldReason.ContactPointUnusable,
            HeldReason.ContactPointUnusable,
        ]);
        answers.SkipLast(1).ShouldAllBe(answer => !answer.May);
        answers[^1].May.ShouldBeTrue();
    }

    [Fact]
    public async Task Ask_Proposed_TakesACodeAndNothingElse()
    {
        var id = await app.AskAsync<IContactPoints, Guid>(points => points.ProposeAsync(ContactPointKind.Email, "somebody.new@example.org", Given.Now));
        ReachQuestion question = new(null, null, Channel.Email, ReachPurpose.Confirm, id);

        var answers = await AskAsync(question, question with { Purpose = ReachPurpose.SignIn }, question with { Purpose = ReachPurpose.Tell }, question with { Channel = Channel.Sms });

        answers.Select(answer => answer.May).ShouldBe([true, false, false, false]);
        answers[0].To!.ShouldSatisfyAllConditions(to => to.Name.ShouldBeEmpty(), to => to.Lines.ShouldBe(["somebody.new@example.org"]));
    }

    [Fact]
    public async Task Ask_LandlineOnly_TakesACallAndNoTextMessage()
    {
        var family = await app.FamilyAsync();
        await app.DoAsync(new AddContact(family.ChildId, ContactPointKind.Phone, "01632 960 123", IsVerified: true, IsSafe: true, How));

        var answers = await AskAsync(
            new(family.ChildId, family.ChildId, Channel.Sms, ReachPurpose.Tell), new(family.ChildId, family.ChildId, Channel.Phone, ReachPurpose.Tell));

        answers[0].Held.ShouldBe([HeldReason.NoContactPoint]);
        answers[1].May.ShouldBeTrue();
    }

    [Fact]
    public async Task Ask_SameMarksAsSomebodyWhoDied_IsHeldUntilSomebodyChecks()
    {
        var (family, other) = (await app.FamilyAsync(), await app.FamilyAsync());
        ReachQuestion question = new(family.ParentId, family.ChildId, Channel.Email, ReachPurpose.Tell);
        await app.DoAsync(new AddContact(other.ParentId, ContactPointKind.Phone, family.Phone, IsVerified: false, IsSafe: true, How));
        (await AskAsync(question))[0].May.ShouldBeTrue();

        await app.DoAsync(new RecordDeath(other.ParentId, app.Clock.Today(), How));

        (await AskAsync(question))[0].Held.ShouldBe([HeldReason.BeingChecked]);
    }

    [Fact]
    public async Task Report_Twice_IsOnce_AndOfNobodys_SaysSo()
    {
        var family = await app.FamilyAsync();

        (await app.AskAsync<IReach, Guid?>(reach => reach.ReportAsync(family.EmailId, ContactFailure.Bounced, Given.Now))).ShouldBe(family.ParentId);
        (await app.AskAsync<IReach, Guid?>(reach => reach.ReportAsync(family.EmailId, ContactFailure.Bounced, Given.Now))).ShouldBe(family.ParentId);
        (await app.AskAsync<IReach, Guid?>(reach => reach.ReportAsync(Guid.CreateVersion7(), ContactFailure.Bounced, Given.Now))).ShouldBeNull();

        (await app.TrailOfAsync(family.ParentId)).Count(name => name == PeopleAudit.ContactReported.Name).ShouldBe(1);
    }

    [Fact]
    public void Destination_WrittenToALog_SaysNothing()
    {
        var answer = new ReachAnswer([], null, null, new Destination("Sam Sample", ["1 Hidden House"], IsConfidential: true), DateTimeOffset.UnixEpoch);

        answer.ToString().ShouldNotContain("Sam");
        answer.ToString().ShouldNotContain("Hidden House");
    }

    private Task<IReadOnlyList<ReachAnswer>> AskAsync(params ReachQuestion[] questions) =>
        app.AskAsync<IReach, IReadOnlyList<ReachAnswer>>(reach => reach.AskAsync(questions, Given.Now));

    private static string Digits(string phone) => phone.Replace(" ", "", StringComparison.Ordinal);
}
