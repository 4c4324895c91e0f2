using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Improvement.Domain;

/// <summary>What is audited. Stored.</summary>
internal enum AuditKind
{
    NewPlans,
    Reviews,
    Journeys,
}

/// <summary>How good it was found. Stored.</summary>
internal enum AuditGrade
{
    Outstanding,
    Good,
    RequiresImprovement,
    Inadequate,
}

/// <summary>Who has to do something. Stored.</summary>
internal enum AuditAgency
{
    Education,
    Health,
    SocialCare,
    School,
}

/// <summary>One period of a duty that comes back.</summary>
/// <param name="Words">What was done of what was promised.</param>
internal sealed record QuotaPeriod(KpiPeriod Period, bool IsMet, string Words);

/// <summary>The quotas of the improvement plan: actions 3.7 and 4.3.</summary>
internal static class AuditRules
{
    /// <summary>Of the new plans of a year (action 3.7).</summary>
    public const int PercentOfNewPlans = 15;

    /// <summary>Of the annual reviews of a year (action 3.7).</summary>
    public const int PercentOfReviews = 10;

    /// <summary>Every two months (action 4.3).</summary>
    public const int Journeys = 4;

    public static bool IsGoodOrBetter(AuditGrade grade) => grade is AuditGrade.Outstanding or AuditGrade.Good;

    /// <summary>How many have to be audited by then, of so many this year.</summary>
    public static int Quota(AuditKind kind, int thisYear) => kind switch
    {
        AuditKind.Journeys => Journeys,
        AuditKind.Reviews => Share(thisYear, PercentOfReviews),
        _ => Share(thisYear, PercentOfNewPlans),
    };

    /// <summary>How many to draw so that the quota is kept: one at least, for the audits come every two months.</summary>
    /// <param name="drawnThisYear">Already.</param>
    public static int SizeOf(AuditKind kind, int thisYear, int drawnThisYear) => kind == AuditKind.Journeys ? Journeys : Math.Max(1, Quota(kind, thisYear) - drawnThisYear);

    private static int Share(int of, int percent) => ((of * percent) + 99) / 100;
}

internal static class AuditWords
{
    public static string Of(AuditKind kind) => kind switch
    {
        AuditKind.NewPlans => "New EHC plans",
        AuditKind.Reviews => "Annual reviews",
        _ => "Journeys of children",
    };

    public static string Of(AuditGrade grade) => grade switch
    {
        AuditGrade.RequiresImprovement => "Requires improvement",
        _ => $"{grade}",
    };

    public static string Of(AuditAgency agency) => agency switch
    {
        AuditAgency.SocialCare => "Social care",
        AuditAgency.School => "Schools",
        _ => $"{agency}",
    };
}
