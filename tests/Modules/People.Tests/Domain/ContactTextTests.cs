using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.People.Tests.Domain;

/// <summary>Addresses that look right and are not.</summary>
[Proves("messaging")]
public sealed class ContactTextTests
{
    [Theory]
    [InlineData(ContactPointKind.Email, " Sam.Sample+x@Example.org ", "Sam.Sample+x@Example.org")]
    [InlineData(ContactPointKind.Phone, "07700 900123", "07700900123")]
    [InlineData(ContactPointKind.Phone, "+44 (0)7700 900-123", "07700900123")]
    [InlineData(ContactPointKind.Phone, "٠٧٧٠٠ ٩٠٠١٢٣", "07700900123")]
    [InlineData(ContactPointKind.Phone, "+353 1 677 1234", "0035316771234")]
    [InlineData(ContactPointKind.Phone, "01632 960 12", "0163296012")]
    [InlineData(ContactPointKind.Address, "Flat 2\n1 Example Street\r\nSampletown\n zz99 2bk ", "Flat 2\n1 Example Street\nSampletown\nZZ99 2BK")]
    [InlineData(ContactPointKind.Address, "1 Example Street, Sampletown, M11AA", "1 Example Street\nSampletown\nM1 1AA")]
    public void Read_WhatPeopleWrite_IsTakenInOneSpelling(ContactPointKind kind, string typed, string value) =>
        ContactText.Read(kind, typed).ShouldBe(new ContactText(value, null));

    [Theory]
    [InlineData(ContactPointKind.Email, "", "not whole")]
    [InlineData(ContactPointKind.Email, "sam", "not whole")]
    [InlineData(ContactPointKind.Email, "sam@localhost", "not whole")]
    [InlineData(ContactPointKind.Email, "sam..sample@example.org", "not whole")]
    [InlineData(ContactPointKind.Email, ".sam@example.org", "not whole")]
    [InlineData(ContactPointKind.Email, "sam@example..org", "not whole")]
    [InlineData(ContactPointKind.Email, "sam@-example.org", "not whole")]
    [InlineData(ContactPointKind.Email, "a@b@example.org", "not whole")]
    [InlineData(ContactPointKind.Email, "sam@example.org, other@example.org", "no spaces")]
    [InlineData(ContactPointKind.Email, "sam@example.org\r\nBcc: other@example.org", "no spaces")]
    [InlineData(ContactPointKind.Email, "s\u0430m@example.org", "only looks like")]
    [InlineData(ContactPointKind.Email, "sam@ex\u0430mple.org", "only looks like")]
    [InlineData(ContactPointKind.Email, "sam\u200b@example.org", "only looks like")]
    [InlineData(ContactPointKind.Email, "sam@gmial.com", "Did you mean gmail.com?")]
    [InlineData(ContactPointKind.Email, "sam@example.con", "Did you mean example.com?")]
    [InlineData(ContactPointKind.Phone, "", "not a whole phone number")]
    [InlineData(ContactPointKind.Phone, "07700 90012", "not a whole phone number")]
    [InlineData(ContactPointKind.Phone, "07700 9001234", "not a whole phone number")]
    [InlineData(ContactPointKind.Phone, "12345", "not a whole phone number")]
    [InlineData(ContactPointKind.Phone, "04000 900123", "not a whole phone number")]
    [InlineData(ContactPointKind.Phone, "07700 900 O23", "in digits")]
    [InlineData(ContactPointKind.Phone, "07700+900123", "in digits")]
    [InlineData(ContactPointKind.Phone, "070 1234 5678", "cost a lot")]
    [InlineData(ContactPointKind.Phone, "0909 879 1234", "cost a lot")]
    [InlineData(ContactPointKind.Phone, "999", "emergencies")]
    [InlineData(ContactPointKind.Address, "", "each on its own line")]
    [InlineData(ContactPointKind.Address, "ZZ99 2BK", "each on its own line")]
    [InlineData(ContactPointKind.Address, "1 Example Street, Sampletown", "whole UK postcode")]
    [InlineData(ContactPointKind.Address, "1 Example Street, Sampletown, ZZ99", "whole UK postcode")]
    [InlineData(ContactPointKind.Address, "1 Example Street, Sampletown, Z999 2BKK", "whole UK postcode")]
    [InlineData(ContactPointKind.Address, "12, 34, ZZ99 2BK", "not only the postcode")]
    [InlineData(ContactPointKind.Address, "1 Example Street, ZZ99 1AA, ZZ99 2BK", "two postcodes")]
    [InlineData(ContactPointKind.Address, "a, b, c, d, e, f, g, ZZ99 2BK", "at most 7 lines")]
    public void Read_WhatOnlyLooksRight_IsRefusedInWords(ContactPointKind kind, string typed, string says)
    {
        var text = ContactText.Read(kind, typed);

        text.Value.ShouldBeEmpty();
        text.Problem.ShouldNotBeNull().ShouldContain(says);
    }

    [Fact]
    public void Read_AHundredThousandLetters_IsRefused() =>
        ContactText.Read(ContactPointKind.Email, new string('a', 100_000) + "@example.org").Problem.ShouldNotBeNull().ShouldContain("letters or fewer");

    [Theory]
    [InlineData(ContactPointKind.Email, "sam@example.org", "s•••@example.org")]
    [InlineData(ContactPointKind.Phone, "07700900123", "07••• •••123")]
    [InlineData(ContactPointKind.Address, "1 Example Street\nSampletown\nZZ99 2BK", "••• ZZ99")]
    public void Mask_ShowsEnoughToKnowItAgain(ContactPointKind kind, string value, string masked) => ContactText.Mask(kind, value).ShouldBe(masked);

    [Theory]
    [InlineData("07700900123", true)]
    [InlineData("07624123456", true)]
    [InlineData("07600123456", false)]
    [InlineData("01632960123", false)]
    [InlineData("00353871234567", false)]
    public void TakesTexts_UkMobilesOnly(string number, bool takes) => PhoneNumber.TakesTexts(number).ShouldBe(takes);

    [Theory]
    [InlineData("Flat 2, 1 High St.\nSampletown\nZZ99 2BK", "flat 2 1 high st, sampletown, zz992bk", true)]
    [InlineData("Flat 2, 1 High St.\nSampletown\nZZ99 2BK", "Flat 3, 1 High St, Sampletown, ZZ99 2BK", false)]
    public void Plain_OneAddressWrittenTwoWays_IsOne(string one, string other, bool same) => (PostalAddress.Plain(one) == PostalAddress.Plain(other)).ShouldBe(same);

    [Theory]
    [InlineData("Riley", "Sample", "Riley", "Sample", true)]
    [InlineData("Reily", "Sample", "Riley", "Sample", true)]
    [InlineData("Sample", "Riley", "Riley", "Sample", true)]
    [InlineData("Zoë", "O'Brien", "Zoe", "OBrien", true)]
    [InlineData("Riley", "Sample", "Frankie", "Example", false)]
    public void Likeness_OfSlipsAndSwaps_IsWorthALook(string given, string family, string otherGiven, string otherFamily, bool worth) =>
        (Likeness.OfNames(given, family, otherGiven, otherFamily) >= Likeness.WorthALook).ShouldBe(worth);

    /// <summary>Texts that a pattern would go back and forth over: each is looked at once, and refused at once.</summary>
    [Theory]
    [InlineData(ContactPointKind.Email)]
    [InlineData(ContactPointKind.Phone)]
    [InlineData(ContactPointKind.Address)]
    public void Read_HostileTextOf100000Letters_IsRefusedInNoTime(ContactPointKind kind)
    {
        const int Long = 100_000;
        string[] hostile =
        [
            new('a', Long), new('.', Long), new('@', Long), "a@" + new string('a', Long), "a@" + new string('-', Long) + ".org", string.Concat(Enumerable.Repeat("a.", Long / 2)) + "@",
            "a@" + string.Concat(Enumerable.Repeat("a-", Long / 2)) + "!", new('0', Long), new(' ', Long), new('\n', Long), string.Concat(Enumerable.Repeat("a,", Long / 2)), new('+', Long), new('\u0660', Long),
        ];
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var text in hostile)
        {
            ContactText.Read(kind, text).Problem.ShouldNotBeNull(text[..10]);
        }

        // A machine with much to do takes a moment; a pattern that goes back takes minutes.
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        ContactText.Read(ContactPointKind.Email, $"{new string('a', 64)}@{new string('b', 63)}.example.org").Problem.ShouldBeNull("the control: long and right");
        ContactText.Read(ContactPointKind.Email, $"{new string('a', 65)}@example.org").Problem.ShouldNotBeNull();
    }
}
