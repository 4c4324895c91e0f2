using Medway.LocalOffer.Platform.Audit;

namespace Medway.LocalOffer.Ehcp;

/// <summary>What is written down about EHC records. Families read the descriptions: "Who looked at our record".</summary>
internal static class EhcpAudit
{
    public static readonly AuditEvent Logged = new("ehcp.request-logged", "A request for an EHC needs assessment was logged");
    public static readonly AuditEvent Listed = new("ehcp.records-listed", "Somebody looked at a list of EHC records that you are on");
    public static readonly AuditEvent Viewed = new("ehcp.record-viewed", "Somebody opened your EHC record");
    public static readonly AuditEvent Recorded = new("ehcp.event-recorded", "Something that happened was written on your EHC record");
    public static readonly AuditEvent Withdrawn = new("ehcp.event-withdrawn", "Something that was wrong was taken back on your EHC record");

    public static readonly AuditEvent ChildFollowed = new("ehcp.child-followed", "Your EHC record went to another record of you, because two were put together or taken apart");
    public static readonly AuditEvent HandedOver = new("ehcp.record-handed-over", "Another officer looks after your EHC record now");

    public static readonly AuditEvent PanelPlanned = new("ehcp.panel-planned", "A panel was planned");
    public static readonly AuditEvent PanelViewed = new("ehcp.panel-viewed", "Somebody looked at a panel on which your request stands");
    public static readonly AuditEvent PutOnPanel = new("ehcp.request-put-on-panel", "Your request was put on a panel");
    public static readonly AuditEvent AttendanceRecorded = new("ehcp.panel-attendance-recorded", "Who came to a panel was written down");
    public static readonly AuditEvent PanelDecided = new("ehcp.panel-decided", "What a panel said of your request was written down");
    public static readonly AuditEvent Screened = new("ehcp.request-screened", "Your request was looked at when it came");
    public static readonly AuditEvent WayForwardRecorded = new("ehcp.way-forward-recorded", "A meeting after a no was written down");
    public static readonly AuditEvent LateAdviceListed = new("ehcp.late-advice-listed", "Somebody looked at a list of advice that is late, with your record on it");
    public static readonly AuditEvent AdviserAsked = new("ehcp.adviser-asked", "Somebody was asked to send advice about you by signing in");
    public static readonly AuditEvent OwnAdviceSeen = new("ehcp.own-advice-seen", "An adviser looked at what they are asked about you");
    public static readonly AuditEvent AdviceGiven = new("ehcp.advice-given", "An adviser sent their advice about you");
    public static readonly AuditEvent AdviceChased = new("ehcp.advice-chased", "Somebody asked again for advice that is late");
    public static readonly AuditEvent TouchpointMade = new("ehcp.touchpoint-made", "An officer told you something about your EHC record, or sent it to you");
    public static readonly AuditEvent TouchpointsStopped = new("ehcp.touchpoints-stopped", "What was still to be told about your EHC record was stopped");
    public static readonly AuditEvent MessageConfirmed = new("ehcp.message-confirmed", "You told us that you have a message");
    public static readonly AuditEvent QuestionAsked = new("ehcp.question-asked", "You asked your SEND officer a question");
    public static readonly AuditEvent QuestionAnswered = new("ehcp.question-answered", "An officer answered your question");
    public static readonly AuditEvent QuestionClimbed = new("ehcp.question-climbed", "Nobody had answered your question in time, so somebody higher up was told");

    public static readonly AuditEvent PlanRead = new("ehcp.plan-read", "Somebody read the text of your EHC plan");
    public static readonly AuditEvent PlanStarted = new("ehcp.plan-started", "An officer began to write a text of your EHC plan");
    public static readonly AuditEvent PlanWritten = new("ehcp.plan-written", "An officer wrote a section of your EHC plan");
    public static readonly AuditEvent PlanSent = new("ehcp.plan-sent", "A text of your EHC plan was sent");
    public static readonly AuditEvent PlanAnswered = new("ehcp.plan-answered", "Somebody in your family said what they think of a draft plan");
    public static readonly AuditEvent DeliveryNamed = new("ehcp.delivery-named", "An officer wrote down who gives help in your EHC plan");
    public static readonly AuditEvent DeliveryEnded = new("ehcp.delivery-ended", "Somebody who gave help in your EHC plan cannot read it any more");
    public static readonly AuditEvent ProvisionSeen = new("ehcp.provision-seen", "Somebody who gives help in your EHC plan looked at their part of it");
    public static readonly AuditEvent SettingRecorded = new("ehcp.setting-recorded", "Where you are taught was written down");
    public static readonly AuditEvent SettingWithdrawn = new("ehcp.setting-withdrawn", "Something wrong about where you are taught was taken back");
    public static readonly AuditEvent HealthTold = new("ehcp.health-told", "Health was told that you are not taught at a school");
    public static readonly AuditEvent SettingsListed = new("ehcp.settings-listed", "Somebody looked at a list of children who are not taught at a school, with you on it");
    public static readonly AuditEvent ReviewsListed = new("ehcp.reviews-listed", "Somebody looked at a list of reviews to come, with your record on it");
    public static readonly AuditEvent ReviewPartsRecorded = new("ehcp.review-parts-recorded", "Who came to your review meeting was written down");
    public static readonly AuditEvent AppointmentRecorded = new("ehcp.appointment-recorded", "An appointment for you was written down");
    public static readonly AuditEvent AppointmentCalledOff = new("ehcp.appointment-called-off", "An appointment for you was called off");
    public static readonly AuditEvent FactKept = new("ehcp.fact-kept", "Something that you told us, or that somebody told us about you, was written down");
    public static readonly AuditEvent ReuseChanged = new("ehcp.fact-reuse-changed", "You said whether those who give advice may read something that you told us");
    public static readonly AuditEvent FamilyAsked = new("ehcp.family-asked", "An officer asked your family about something");
    public static readonly AuditEvent CallRecorded = new("ehcp.call-recorded", "An officer called you about your EHC record, or tried to");
    public static readonly AuditEvent AbsenceRecorded = new("ehcp.absence-recorded", "An officer will be away, and somebody covers");
    public static readonly AuditEvent AbsenceEnded = new("ehcp.absence-ended", "An officer is back sooner");
    public static readonly AuditEvent HowItWasTold = new("ehcp.how-it-was-told", "You told us how it is for you");
    public static readonly AuditEvent FeedbackRead = new("ehcp.feedback-read", "Somebody read what families wrote about EHC plans, without their names");

    public static readonly IReadOnlyList<AuditEvent> All =
    [
        Logged, Listed, Viewed, Recorded, Withdrawn, ChildFollowed, HandedOver,
        PanelPlanned, PanelViewed, PutOnPanel, AttendanceRecorded, PanelDecided, Screened, WayForwardRecorded, LateAdviceListed, AdviceChased, AdviserAsked, OwnAdviceSeen, AdviceGiven,
        TouchpointMade, TouchpointsStopped, MessageConfirmed, QuestionAsked, QuestionAnswered, QuestionClimbed, HowItWasTold, FeedbackRead, AbsenceRecorded, AbsenceEnded, CallRecorded, FactKept, ReuseChanged, FamilyAsked,
        PlanRead, PlanStarted, PlanWritten, PlanSent, PlanAnswered, DeliveryNamed, DeliveryEnded, ProvisionSeen,
        SettingRecorded, SettingWithdrawn, HealthTold, SettingsListed, ReviewsListed, ReviewPartsRecorded, AppointmentRecorded, AppointmentCalledOff,
    ];
}
