using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Register.Tests.Reading;

/// <summary>Whom a mailing reaches.</summary>
[Collection(RegisterApp.Name)]
[Proves("register")]
public sealed class SendRuleTests(App app)
{
    [Fact]
    public async Task Mailing_LeavesByTheChannelThatIsAYes_AndByNoOther()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        await app.LiveAsync(child, parent, ConsentPurpose.NewsByPost);
        (await MayAsync(Mailing.News, MessageChannel.Letter, parent, child)).ShouldBeTrue();
        (await MayAsync(Mailing.News, MessageChannel.Email, parent, child)).ShouldBeFalse();
        (await MayAsync(Mailing.News, MessageChannel.Sms, parent, child)).ShouldBeFalse();
        (await MayAsync(Mailing.News, MessageChannel.Phone, parent, child)).ShouldBeFalse();
        (await MayAsync(Mailing.Consultation, MessageChannel.Letter, parent, child)).ShouldBeFalse();
    }

    /// <summary>From 16 on the parent's word counts for nothing, so that nothing goes to a parent; whom the young person refuses a copy needs no asking.</summary>
    [Fact]
    public async Task YoungPersonsOwnYes_ReachesNoParent()
    {
        var (child, parent) = await app.ChildOfAgeAsync(16);
        await app.LiveAsync(child, null, ConsentPurpose.NewsByEmail);
        (await MayAsync(Mailing.News, MessageChannel.Email, child, child)).ShouldBeTrue();
        (await MayAsync(Mailing.News, MessageChannel.Email, parent, child)).ShouldBeFalse();
    }

    [Fact]
    public async Task EachRestriction_HoldsTheMailing()
    {
        foreach (var reason in MadeFamilies.Restrictions.Where(reason => reason is not HeldReason.CopyRefused and not HeldReason.ContactPointUnusable and not HeldReason.ConfidentialAddress and not HeldReason.Refuge))
        {
            var family = await app.SmallFamilyAsync(9);
            var entry = await app.LiveAsync(family.ChildId, family.ParentId, ConsentPurpose.NewsByEmail);
            entry.ShouldNotBe(Guid.Empty);
            (await MayAsync(Mailing.News, MessageChannel.Email, family.ParentId, family.ChildId)).ShouldBeTrue($"before {reason}");
            await app.HoldAsync(family, reason);
            (await MayAsync(Mailing.News, MessageChannel.Email, family.ParentId, family.ChildId)).ShouldBeFalse($"{reason}");
        }
    }

    [Fact]
    public async Task SomebodyElse_IsToldNothing()
    {
        var (child, parent) = await app.ChildOfAgeAsync(9);
        await app.LiveAsync(child, parent, ConsentPurpose.NewsByEmail);
        var (_, stranger) = await app.ChildOfAgeAsync(9);
        (await MayAsync("register.update", MessageChannel.Email, parent, child)).ShouldBeTrue();
        (await MayAsync("register.update", MessageChannel.Email, stranger, child)).ShouldBeFalse();
        (await MayAsync(Mailing.News, MessageChannel.Email, stranger, child)).ShouldBeFalse();
    }

    private Task<bool> MayAsync(string template, MessageChannel channel, Guid person, Guid child) => app.AskAsync<IEnumerable<ISendRule>, bool>(async rules =>
        (await rules.OfType<RegisterSendRule>().Single().AskAsync(new SendQuestion(Guid.CreateVersion7(), "x", template, "register", channel, person, child, SendStep.Send), Given.Now)).MaySend);
}
