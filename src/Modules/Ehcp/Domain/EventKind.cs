namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>What can happen that a date hangs on. Stored: a name that changes needs a migration.</summary>
internal enum EventKind
{
    /// <summary>Day 0: the council has received the request, by any channel.</summary>
    RequestReceived,
    Acknowledged,
    HeardAtPanel,
    DecidedToAssess,
    DecidedNotToAssess,

    /// <summary>One for each adviser.</summary>
    AdviceRequested,
    AdviceReceived,
    DecidedToIssue,
    DecidedNotToIssue,

    /// <summary>The draft plan has reached the family, with the advice.</summary>
    DraftServed,

    /// <summary>The family has said what they think, or that they have nothing to say.</summary>
    DraftAnswered,
    SettingConsulted,
    SettingReplied,
    FinalSent,

    /// <summary>A ground in the regulations on which the council need not comply with a limit. It moves nothing.</summary>
    ExceptionClaimed,

    MediationAsked,

    /// <summary>The family has told the adviser that they do not want mediation.</summary>
    MediationDeclined,
    MediationHeld,
    MediationCertificate,
    Appealed,
    RecommendationReceived,
    RecommendationAnswered,

    OrderToAssess,
    OrderToMakePlan,
    OrderToAmend,
    OrderToChangePlacement,
    OrderToContinue,

    /// <summary>The council has told the Tribunal that it does not oppose an appeal (reg 45).</summary>
    UnopposedAssessment,
    UnopposedPlan,
    UnopposedAmendment,
    UnopposedPlacement,
    PlacementChanged,
    OrderCarriedOut,

    TermBegins,
    ReviewListSent,

    /// <summary>On the day on which the meeting will be.</summary>
    ReviewMeetingSet,
    ReviewInvited,
    ReviewPapersSent,
    ReviewMeetingHeld,
    ReviewReportSent,
    ReviewDecidedToKeep,

    /// <summary>The notice with the plan and the proposed changes has reached the family.</summary>
    AmendmentServed,
    AmendmentAnswered,
    AmendedFinalSent,
    DecidedNotToAmend,
    DecidedToCease,

    /// <summary>On the day on which the child is to move.</summary>
    PhaseTransfer,
    PostSixteenTransfer,
    PostSixteenMove,

    ReassessmentRequested,
    DecidedToReassess,
    DecidedNotToReassess,

    /// <summary>The old council first knew that the family moves, at short notice.</summary>
    MoveLearned,
    PlanTransferredOut,
    PlanTransferredIn,
    FamilyTold,
    HealthBoardMoveLearned,
    HealthBoardTold,

    ContactReceived,
    ContactAnswered,

    /// <summary>Whoever asked does not want it any more, and there is no plan yet.</summary>
    RequestWithdrawn,

    /// <summary>Another council is responsible for the child now, and there is no plan yet (Children and Families Act 2014, s24).</summary>
    ResponsibilityMoved,
}

/// <summary>Who was asked for advice (SEND Regulations 2014, reg 6).</summary>
internal enum Adviser
{
    Family,
    School,
    Health,
    EducationalPsychologist,
    SocialCare,
    SpeechAndLanguage,
    OccupationalTherapy,
    SensoryTeacher,
    Other,
}
