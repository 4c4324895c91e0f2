namespace Medway.LocalOffer.Feedback.Data;

/// <summary>Tasks and surveys as staff read them.</summary>
internal static class WorkingGroupWords
{
    public static string Of(TaskKind kind) => kind switch
    {
        TaskKind.Find => "Find it",
        TaskKind.Understand => "Understand it",
        _ => "Trust it",
    };

    /// <summary>As a file names it.</summary>
    public static string Code(SurveyMeasure measure) => measure switch
    {
        SurveyMeasure.HealthCommunication => "health-communication",
        SurveyMeasure.CouncilCommunication => "council-communication",
        SurveyMeasure.FeelInvolved => "feel-involved",
        _ => "local-offer-helps",
    };

    public static string Of(SurveyMeasure measure) => measure switch
    {
        SurveyMeasure.HealthCommunication => "Content with how health services talk to them",
        SurveyMeasure.CouncilCommunication => "Content with how the council talks to them",
        SurveyMeasure.FeelInvolved => "Feel involved",
        _ => "Say that the Local Offer helps",
    };
}
