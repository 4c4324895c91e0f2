using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Messaging.Tests.Domain;

[Proves("messaging")]
public sealed class WordsTests
{
    private static readonly IReadOnlyList<TemplateField> Fields = TemplateField.Read("name:personal;when:plain;path:link;code:code");

    [Theory]
    [InlineData("Sam\r\nBcc: all@example.org", "Sam Bcc: all@example .org")]
    [InlineData("[press here](http://evil.example)", "press here evil .example")]
    [InlineData("# Heading ^ * quote", "Heading quote")]
    [InlineData("((code))", "code")]
    [InlineData("a\u202Eb\u200Fc\u2028d", "a b c d")]
    [InlineData("javascript:alert(1)", "alert 1")]
    [InlineData("=1+1", "1+1")]
    [InlineData("Siobhán O’Sample-Ó Súilleabháin", "Siobhán O’Sample-Ó Súilleabháin")]
    [InlineData("مثال عينة", "مثال عينة")]
    [InlineData("Half a pair \ud83d", "Half a pair")]
    public void Clean_WhatFamiliesType_IsTextAndNothingElse(string typed, string clean) => TemplateText.Clean(typed).ShouldBe(clean);

    [Fact]
    public void Fill_ANameThatIsAField_IsNotFilledAgain() =>
        TemplateText.Fill("Hello ((name)), ((when))", Fields, new Dictionary<string, string> { ["name"] = "((when))", ["when"] = "3 November" }, "https://site.example")
            .ShouldBe("Hello when, 3 November");

    [Theory]
    [InlineData("https://evil.example/x")]
    [InlineData("//evil.example")]
    [InlineData("/a b")]
    [InlineData("javascript:1")]
    public void Fill_ALinkElsewhere_Throws(string path) => Should.Throw<ArgumentException>(
        () => TemplateText.Fill("((path))", Fields, new Dictionary<string, string> { ["path"] = path }, "https://site.example"));

    [Fact]
    public void Fill_ALinkOfOurs_GetsTheSite() =>
        TemplateText.Fill("((path))", Fields, new Dictionary<string, string> { ["path"] = "/link/a-b_c" }, "https://site.example").ShouldBe("https://site.example/link/a-b_c");

    [Theory]
    [InlineData(MessageChannel.Sms, "", "Hello ((name))", "Body")]
    [InlineData(MessageChannel.Email, "About ((name))", "Hello", "Subject")]
    [InlineData(MessageChannel.Letter, "About ((name))", "Hello", "Subject")]
    [InlineData(MessageChannel.Email, "Hello", "See https://bit.ly/x", "Body")]
    [InlineData(MessageChannel.Email, "Hello", "Hello ((nobody))", "Body")]
    [InlineData(MessageChannel.Email, "", "Hello", "Subject")]
    [InlineData(MessageChannel.Email, "Your ((code))", "Hello", "Subject")]
    public void Rules_WordsThatGiveSomethingAway_AreRefused(MessageChannel channel, string subject, string body, string field) =>
        TemplateRules.Problems(channel, subject, body, Fields).ShouldContain(problem => problem.Field == field);

    [Fact]
    public void Rules_ANameInsideAnEMail_IsFine() => TemplateRules.Problems(MessageChannel.Email, "Hello", "Hello ((name)), ((path))", Fields).ShouldBeEmpty();

    [Theory]
    [InlineData(160, 'a', 1)]
    [InlineData(161, 'a', 2)]
    [InlineData(306, 'a', 2)]
    [InlineData(307, 'a', 3)]
    [InlineData(80, '€', 1)]
    [InlineData(81, '€', 2)]
    [InlineData(70, 'ł', 1)]
    [InlineData(71, 'ł', 2)]
    [InlineData(135, 'ł', 3)]
    public void Sms_Segments_AreCountedAsTheNetworkDoes(int length, char letter, int segments) => SmsText.Segments(new string(letter, length)).ShouldBe(segments);

    [Theory]
    [InlineData("sam@example.org", true)]
    [InlineData("sam.o'sample+x@mail.example.org", true)]
    [InlineData("sam@example", false)]
    [InlineData("sam@example..org", false)]
    [InlineData("sam@.example.org", false)]
    [InlineData(".sam@example.org", false)]
    [InlineData("sam.@example.org", false)]
    [InlineData("sam@example.org, jo@example.org", false)]
    [InlineData("sam@example.org;jo@example.org", false)]
    [InlineData("sam@example.org\r\nBcc: jo@example.org", false)]
    [InlineData("\"Sam\" <sam@example.org>", false)]
    [InlineData("sam@exаmple.org", false)]
    [InlineData("sam@example.org.", false)]
    [InlineData("sam@@example.org", false)]
    public void Mailbox_ThatOnlyLooksRight_IsRefused(string text, bool isOne) => SendableTo.IsMailbox(text).ShouldBe(isOne);

    [Theory]
    [InlineData(MessageState.Delivered, MessageState.Sent, false)]
    [InlineData(MessageState.Sent, MessageState.Delivered, true)]
    [InlineData(MessageState.Delivered, MessageState.Failed, false)]
    [InlineData(MessageState.Posted, MessageState.Returned, true)]
    [InlineData(MessageState.Sunk, MessageState.Delivered, false)]
    [InlineData(MessageState.Cancelled, MessageState.Waiting, false)]
    internal void Lattice_OnlyForward(MessageState from, MessageState to, bool may) => from.MayBecome(to).ShouldBe(may);

    [Fact]
    public void Lattice_NothingFollowsAFinalState_ButALetterThatComesBack() => MessageStates.Final
        .SelectMany(from => Enum.GetValues<MessageState>().Where(to => from.MayBecome(to)).Select(to => (from, to)))
        .ShouldAllBe(step => step.to == MessageState.Returned);

    [Fact]
    public void Retries_WaitLongerEachTime_NeverLongerThanAnHourAndAFifth_AndOurOwnFaultIsSeenWithinFiveMinutes()
    {
        var waits = Enumerable.Range(1, Retries.Tries).Select(tries => Retries.After(tries, 0)).ToList();

        waits[0].ShouldBe(TimeSpan.FromSeconds(30));
        waits.Zip(waits.Skip(1)).ShouldAllBe(pair => pair.Second >= pair.First);
        waits[^1].ShouldBe(TimeSpan.FromHours(1));
        Retries.After(1, 1).ShouldBe(TimeSpan.FromSeconds(36));
        Retries.After(1_000_000, 1).ShouldBe(TimeSpan.FromMinutes(72));
        Enumerable.Range(1, Retries.Faults).Aggregate(TimeSpan.Zero, (sum, faults) => sum + Retries.AfterFault(faults)).ShouldBeLessThan(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void Clashes_SameAudienceWithinAWeek_AndNobodyElse()
    {
        PlannedSpan[] all =
        [
            new(Guid.CreateVersion7(), "a", new(2026, 3, 1), new(2026, 3, 1)), new(Guid.CreateVersion7(), "a", new(2026, 3, 7), new(2026, 3, 20)),
            new(Guid.CreateVersion7(), "a", new(2026, 3, 27), new(2026, 3, 27)), new(Guid.CreateVersion7(), "b", new(2026, 3, 7), new(2026, 3, 7)),
        ];

        Clashes.Of(all[0].Id, all).ShouldBe([all[1].Id]);
        Clashes.Of(all[2].Id, all).ShouldBeEmpty();
        Clashes.Of(all[3].Id, all).ShouldBeEmpty();
    }
}
