using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Listings.Features.ImportServices;
using Medway.LocalOffer.Listings.Tests.Support;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Listings.Tests.Features.ImportServices;

public sealed class ServicesFileTests
{
    private static readonly DateOnly Today = new(2026, 9, 1);

    [Fact]
    public void Read_OnlyWhatMustBeThere_LeavesTheRestNotKnown()
    {
        var draft = Draft();

        draft.ShouldSatisfyAllConditions(
            () => draft.Organisation.Slug.ShouldBe("example-trust"),
            () => (draft.AgeFrom, draft.AgeTo).ShouldBe((null, null)),
            () => draft.Needs.ShouldBeEmpty(),
            () => draft.Costs.ShouldBeEmpty(),
            () => draft.Places.ShouldBeEmpty(),
            () => draft.Areas.ShouldBeEmpty(),
            () => draft.JoinRoute.ShouldBe(JoinRoute.Unknown),
            () => draft.AccessFacts.ShouldBeEmpty(),
            () => draft.Verified.ShouldBe(Verification.GeneralKnowledge));
    }

    [Theory]
    [InlineData("Medway", "medway", false)]
    [InlineData("kent and medway", "kent-and-medway", false)]
    [InlineData("Kent", "kent", false)]
    [InlineData("National", "united-kingdom", false)]
    [InlineData("Online", "", true)]
    public void Read_CoverageWordAsTown_HasNoPlaceToTravelTo(string town, string area, bool isOnline)
    {
        var draft = Draft(("town", town));

        draft.Places.ShouldBeEmpty();
        string.Join(';', draft.Areas).ShouldBe(area);
        draft.IsOnline.ShouldBe(isOnline);
    }

    [Fact]
    public void Read_CoverageWordWithAVenue_HasBoth()
    {
        var draft = Draft(("town", "Medway"), ("venue_name", "Gun Wharf"), ("postcode", "me44tr"));

        draft.Areas.ShouldBe(["medway"]);
        var place = draft.Places.ShouldHaveSingleItem();
        place.Town.ShouldBeNull();
        place.Postcode.ShouldBe("ME4 4TR");
    }

    [Fact]
    public void Read_PositionWithoutPostcode_IsNotExact()
    {
        Draft(("town", "Gillingham"), ("latitude", "51.3870"), ("longitude", "0.5480")).Places[0].PositionIsExact.ShouldBeFalse();
        Draft(("postcode", "ME7 1HF"), ("latitude", "51.39071"), ("longitude", "0.54105")).Places[0].PositionIsExact.ShouldBeTrue();
    }

    [Fact]
    public void Read_SameRow_HasTheSameDigestAndAnotherValueAnother()
    {
        Draft().RowDigest.ShouldBe(Draft().RowDigest);
        Draft(("age_max", "18")).RowDigest.ShouldNotBe(Draft().RowDigest);
        Draft(("age_min", "18")).RowDigest.ShouldNotBe(Draft(("age_max", "18")).RowDigest);
    }

    [Theory]
    [InlineData("id", "", "This is empty. Every row must have one.")]
    [InlineData("id", "Tide Club", "'Tide Club' cannot be part of an address. Use small letters, numbers and single dashes, such as tide-club.")]
    [InlineData("service_name", "", "This is empty. Every row must have one.")]
    [InlineData("organisation_name", "!!!", "'!!!' has no letters from A to Z and no numbers. Write the name in those.")]
    [InlineData("short_break_level", "gold", "'gold' is not known here. Write one of: universal, targeted, specialist.")]
    [InlineData("age_min", "eight", "'eight' is not a whole number from 0 to 25. Write 8.")]
    [InlineData("age_min", "-1", "'-1' is not a whole number from 0 to 25. Write a number such as 8, or leave it empty when there is no limit.")]
    [InlineData("age_max", "99", "'99' is not a whole number from 0 to 25. Write a number such as 8, or leave it empty when there is no limit.")]
    [InlineData("age_max", "7.5", "'7.5' is not a whole number from 0 to 25. Write a number such as 8, or leave it empty when there is no limit.")]
    [InlineData("cost", "cheap", "'cheap' is not known here. Write one of: free, paid, direct_payment, grant, unknown.")]
    [InlineData("postcode", "ME4", "'ME4' is not a whole postcode. Write one like ME4 4TR, or leave it empty.")]
    [InlineData("email", "somebody", "This is not an e-mail address. Write one like name@example.com.")]
    [InlineData("phone", "ask at reception", "This is not a phone number. Write one number, with digits and spaces, such as 01632 960001.")]
    [InlineData("website", "javascript:alert(1)", "'javascript:alert(1)' is not a web address. Write it whole, starting with https:// or http://.")]
    [InlineData("website", "www.example.org", "'www.example.org' is not a web address. Write it whole, starting with https:// or http://.")]
    [InlineData("source_url", "file:///etc/passwd", "'file:///etc/passwd' is not a web address. Write it whole, starting with https:// or http://.")]
    [InlineData("verified", "page", "'page' needs the address of that page in source_url. Write it there, or write general_knowledge.")]
    [InlineData("latitude", "51.38", "One half of the map position is missing. Write both, or leave both empty.", "longitude")]
    public void Read_BadValue_IsNamedByLineAndColumnInWords(string column, string value, string message, string? at = null) =>
        Problems((column, value)).ShouldBe([new ImportProblem(2, at ?? column, message)]);

    [Theory]
    [InlineData("service_type", "club")]
    [InlineData("needs", "autism;dyslexia")]
    [InlineData("accessibility", "step_free;lift")]
    [InlineData("languages", "pl;klingon")]
    [InlineData("diagnosis", "maybe")]
    [InlineData("referral", "gp")]
    public void Read_ValueThatIsNotKnown_ListsWhatMayBeWritten(string column, string value)
    {
        var problem = Problems((column, value)).ShouldHaveSingleItem();

        problem.Column.ShouldBe(column);
        problem.Message.ShouldStartWith($"'{value.Split(';')[^1]}' is not known here. Write one of: ");
    }

    [Theory]
    [InlineData("sessions", "tue 17:00-16:00", "It ends before it starts. Swap the two times, or correct one.")]
    [InlineData("costs", "Child|paid|seven", "A price is written in pounds, such as 7.95, without the £ sign.")]
    [InlineData("areas", "All Medway!", "'All Medway!' is not the code of an area. Write one like medway or kent-and-medway.")]
    public void Read_BadList_SaysWhatToWrite(string column, string value, string message) => Problems((column, value)).ShouldBe([new ImportProblem(2, column, message)]);

    [Fact]
    public void Read_AnswerThatIsYesAndNo_SaysSo() => Problems(("accessibility", "bsl"), ("accessibility_no", "bsl")).ShouldHaveSingleItem().Column.ShouldBe("accessibility_no");

    [Fact]
    public void Read_MoreColumns_AreRead()
    {
        var draft = Draft(
            ("sessions", "tue 16:00-16:45 term; last fri 17:30-19:00"), ("areas", "strood;medway"), ("languages", "pl"), ("costs", "Child|paid|7.95|a lesson; |free"),
            ("accessibility", "less_noise"), ("accessibility_no", "dogs_welcome"), ("diagnosis", "no"), ("who_decides", "The council"), ("usual_wait", "6 weeks"), ("check_months", "3"));

        draft.Sessions.Count.ShouldBe(2);
        draft.Areas.ShouldBe(["strood", "medway"]);
        draft.Costs.ShouldBe([new CostWords("paid", "Child", 795, "a lesson", null), new CostWords("free", null, null, null, null)]);
        draft.AccessFacts.ShouldBe([new FactSaid(AccessFactKey.LessNoise, AccessAnswer.Yes, null), new FactSaid(AccessFactKey.DogsWelcome, AccessAnswer.No, null)]);
        (draft.DiagnosisNeeded, draft.WhoDecides, draft.UsualWait, draft.CheckMonths).ShouldBe((false, "The council", "6 weeks", (short?)3));
    }

    [Fact]
    public void Read_OldestBelowYoungest_SaysSo() =>
        Problems(("age_min", "12"), ("age_max", "5")).ShouldBe(
            [new ImportProblem(2, "age_max", "The oldest age, 5, is below the youngest, 12. Swap them or correct one.")]);

    [Fact]
    public void Read_LatitudeAndLongitudeSwapped_AreOutsideTheCountry() =>
        Problems(("latitude", "0.52"), ("longitude", "51.38")).Select(problem => problem.Column).ShouldBe(["latitude", "longitude"]);

    [Fact]
    public void Read_TextTooLong_SaysHowLongItMayBe() =>
        Problems(("description", new string('a', 501))).ShouldBe([new ImportProblem(2, "description", "This is 501 letters long. Make it 500 or fewer.")]);

    [Fact]
    public void Read_SameIdTwice_NamesBothLines() =>
        ServicesCsv.Read(ServicesCsv.File(ServicesCsv.Row("tide"), ServicesCsv.Row("wave"), ServicesCsv.Row("tide")), Today).Problems.ShouldBe(
            [new ImportProblem(4, "id", "'tide' stands on line 2 too. Give each service its own id, or take one of the two away.")]);

    [Fact]
    public void Read_ManyProblems_TellsAllOfThem() =>
        ServicesCsv.Read(ServicesCsv.File(
            ServicesCsv.Row("tide", ("age_min", "x"), ("cost", "x")), ServicesCsv.Row("wave"), ServicesCsv.Row("Ebb", ("needs", "x"))), Today)
            .Problems.Select(problem => (problem.Line, problem.Column)).ShouldBe([(2, "age_min"), (2, "cost"), (4, "id"), (4, "needs")], ignoreOrder: true);

    [Fact]
    public void Read_SeedFile_HasNoProblems()
    {
        var file = ServicesCsv.Read(new ImportFile("medway-services.csv", File.ReadAllBytes(Repository.At("seeds/reference/listings/medway-services.csv"))), Today);

        file.Problems.ShouldBeEmpty();
        file.Drafts.Count.ShouldBe(148);
        file.Drafts.Count(draft => draft.Sessions.Count > 0).ShouldBe(9, "those whose words can mean one thing only");
    }

    private static ServiceDraft Draft(params (string Column, string Value)[] said)
    {
        var file = ServicesCsv.Read(ServicesCsv.File(ServicesCsv.Row("tide", said)), Today);
        file.Problems.ShouldBeEmpty();
        return file.Drafts.ShouldHaveSingleItem();
    }

    private static IReadOnlyList<ImportProblem> Problems(params (string Column, string Value)[] said) =>
        ServicesCsv.Read(ServicesCsv.File(ServicesCsv.Row("tide", said)), Today).Problems;
}
