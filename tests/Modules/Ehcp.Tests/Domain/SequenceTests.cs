using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Testing;
using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Tests.Domain;

/// <summary>What can be recorded after what: no rule waits for an event that nobody can write down.</summary>
[Proves("ehcp")]
public sealed class SequenceTests
{
    private static readonly string[][] Ways =
    [
        ["Acknowledged", "HeardAtPanel", "ExceptionClaimed", "DecidedNotToAssess", "MediationAsked", "MediationHeld", "MediationDeclined", "MediationCertificate", "Appealed",
            "RecommendationReceived", "RecommendationAnswered", "OrderToAssess", "DecidedToAssess", "AdviceRequested", "AdviceReceived", "DecidedNotToIssue", "OrderToMakePlan", "DecidedToIssue",
            "DraftServed", "DraftAnswered", "DraftServed", "DraftAnswered", "SettingConsulted", "SettingReplied", "FinalSent", "OrderToAmend", "AmendedFinalSent", "OrderToChangePlacement", "PlacementChanged",
            "UnopposedAmendment", "AmendedFinalSent", "UnopposedPlacement", "PlacementChanged", "TermBegins", "ReviewListSent", "ReviewMeetingSet", "ReviewInvited", "ReviewPapersSent", "ReviewMeetingHeld",
            "ReviewReportSent", "ReviewDecidedToKeep", "ReviewMeetingHeld", "AmendmentServed", "AmendmentAnswered", "AmendmentServed", "AmendmentAnswered", "DecidedNotToAmend", "PhaseTransfer",
            "PostSixteenTransfer", "PostSixteenMove", "ReassessmentRequested", "DecidedNotToReassess", "OrderToAssess", "DecidedToReassess", "AdviceRequested", "AmendmentServed", "AmendedFinalSent",
            "HealthBoardMoveLearned", "HealthBoardTold", "ContactReceived", "ContactAnswered", "DecidedToCease", "OrderToContinue", "OrderCarriedOut", "MoveLearned", "PlanTransferredOut"],
        ["DecidedNotToAssess", "UnopposedAssessment", "DecidedToAssess", "DecidedNotToIssue", "UnopposedPlan", "DraftServed", "FinalSent"],
        ["PlanTransferredIn", "FamilyTold", "ReviewMeetingHeld", "ReviewDecidedToKeep"],
        ["DecidedToAssess", "AdviceRequested", "RequestWithdrawn"],
        ["DecidedToAssess", "MoveLearned", "ResponsibilityMoved"],
    ];

    [Fact]
    public void EachKind_WithWhichARuleStartsOrEnds_CanBeRecorded()
    {
        HashSet<EventKind> recorded = [RequestReceived];
        foreach (var way in Ways)
        {
            var (happened, day) = (new List<Happening> { One(RequestReceived, new DateOnly(2024, 1, 1)) }, new DateOnly(2024, 1, 1));
            foreach (var kind in way.Select(Enum.Parse<EventKind>))
            {
                day = day.AddDays(1);
                Sequence.Next(happened).ShouldContain(kind, $"after {string.Join(", ", happened.Select(one => one.Kind))}");
                Sequence.Problem(kind, day, AdviserOf(kind), happened, EhcpWords.Of).ShouldBeNull($"{kind}");
                happened.Add(One(kind, day));
                recorded.Add(kind);
            }
        }

        RuleBook.Current.All.SelectMany(rule => rule.Arms.SelectMany(arm => arm.From).Concat(rule.MetBy)).Distinct().Except(recorded).ShouldBeEmpty("each starts or ends a date");
        Enum.GetValues<EventKind>().Except(recorded).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("FinalSent", "ReviewMeetingHeld,AmendmentServed,AmendedFinalSent,ReviewMeetingHeld", "AmendedFinalSent", false)]
    [InlineData("FinalSent", "ReviewMeetingHeld,AmendmentServed,AmendedFinalSent,ReviewMeetingHeld,AmendmentServed", "AmendedFinalSent", true)]
    [InlineData("FinalSent", "ReviewMeetingHeld,AmendmentServed,AmendedFinalSent", "DecidedNotToAmend", false)]
    [InlineData("DraftServed", "DraftAnswered", "DraftAnswered", false)]
    [InlineData("DraftServed", "DraftAnswered,DraftServed", "DraftAnswered", true)]
    public void EachRound_NeedsItsOwnNotice(string until, string then, string kind, bool can)
    {
        string[] first = ["RequestReceived", "DecidedToAssess", "DecidedToIssue", "DraftServed", .. until == "FinalSent" ? new[] { "DraftAnswered", "FinalSent" } : []];
        List<Happening> happened = [.. first.Concat(then.Split(',')).Select((name, day) => One(Enum.Parse<EventKind>(name), new DateOnly(2024, 1, 1).AddDays(day)))];

        Sequence.Next(happened).Contains(Enum.Parse<EventKind>(kind)).ShouldBe(can);
    }

    [Theory]
    [InlineData("RequestWithdrawn", "Withdrawn")]
    [InlineData("ResponsibilityMoved", "WithAnotherCouncil")]
    public void RecordThatIsClosed_IsOver_AndNothingOfItIsDueOrCountedAsMissed(string kind, string stage)
    {
        var plan = new Plan().Then(RequestReceived, "2026-03-02").Then(DecidedToAssess, "2026-04-01").Then(AdviceRequested, "2026-04-02", Adviser.School).Then(Enum.Parse<EventKind>(kind), "2026-04-20");

        plan.Dates("2027-01-01").ShouldAllBe(date => !date.IsOpen);
        Stages.Of([One(RequestReceived, new DateOnly(2026, 3, 2)), One(Enum.Parse<EventKind>(kind), new DateOnly(2026, 4, 20))]).ShouldBe(Enum.Parse<Stage>(stage));
        Stages.IsOver(Enum.Parse<Stage>(stage)).ShouldBeTrue();
        var left = new RecordFacts(new DateOnly(2026, 3, 2), true, [new Fact(Enum.Parse<EventKind>(kind), new DateOnly(2026, 3, 20))]);
        Timeliness.DecidedInSixWeeks([left], new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)).Whole.ShouldBe(0);
        Timeliness.DecidedInSixWeeks([left with { Facts = [] }], new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)).Whole.ShouldBe(1, "the control");
    }

    private static Happening One(EventKind kind, DateOnly on) => new(Guid.CreateVersion7(), kind, on, new DateTimeOffset(on.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), Adviser: AdviserOf(kind));

    private static Adviser? AdviserOf(EventKind kind) => kind is AdviceRequested or AdviceReceived ? Adviser.School : null;
}
