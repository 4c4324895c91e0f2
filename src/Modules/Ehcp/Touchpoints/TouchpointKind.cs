using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>How a touchpoint comes about. Stored.</summary>
internal enum TouchpointMode
{
    /// <summary>Leaves by itself on the real event.</summary>
    Automatic,

    /// <summary>Waits until an officer releases it. Decisions, drafts, finals and notices of delay are never anything else.</summary>
    Prepared,

    /// <summary>An officer does it: a call, a meeting.</summary>
    Task,
}

/// <summary>In what a limit is counted. Stored.</summary>
internal enum LimitUnit
{
    Days,
    WorkingDays,
}

/// <summary>What starts a touchpoint beside an event on the record: a day that comes, a question, a change of officer.</summary>
internal enum OtherStart
{
    NewsDue,
    LateNewsDue,
    DelayLikely,
    AdviceLate,
    ReviewNear,
    RightsChangeSoon,
    RightsChanged,
    OfficerChanged,
    OfficerAway,
    QuestionAsked,
    MoveNear,
    SchoolNewsDue,
    PanelSet,
    AppointmentBooked,
}

/// <summary>One row of the catalogue.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class TouchpointKind
{
    public const int LongestCode = 10;
    public const int LongestWords = 400;

    /// <summary>The receipt has a message of its own, and is the acknowledgement.</summary>
    public const string Receipt = "NA-01";

    public const string RightsSoon = "YP-01";
    public const string News = "NA-10";
    public const string LateNews = "DL-02";
    public const string Delay = "DL-01";
    public const string QuestionReceived = "IN-01";
    public const string QuestionAnswered = "IN-02";

    /// <summary>Decisions, drafts, finals and notices of delay: a person stands behind each, and the law sets its day.</summary>
    private static readonly string[] Notices = ["NA-07", "NA-08", "NA-13", "NA-15", "NA-18", Delay, "DL-03", "AR-04", "AR-06", "ST-01"];

    public required string Code { get; init; }

    public required string Title { get; set; }

    public required TouchpointMode Mode { get; set; }

    /// <summary>Names of <see cref="EventKind"/> and <see cref="OtherStart"/>, lower_snake, separated by semicolons.</summary>
    public required string StartsWith { get; set; }

    /// <summary>Events after which there is no need for it any more.</summary>
    public required string FallsAwayWith { get; set; }

    public required int Count { get; set; }

    public required LimitUnit Unit { get; set; }

    /// <summary>It does not leave, or stand in My work, before so many days after what started it.</summary>
    public required int After { get; set; }

    /// <summary>
    /// The day from which it counts. What leaves at once leaves today, though the post serves the plan on a day to come; a reminder waits for that day
    /// first.
    /// </summary>
    public DateOnly CountsFrom(DateOnly on, DateOnly today) => After == 0 && on > today ? today : on;

    public required string Who { get; set; }

    public required string MadeWhen { get; set; }

    public required string Limit { get; set; }

    public required string Source { get; set; }

    /// <summary>What the person reads.</summary>
    public required string Words { get; set; }

    public bool IsNotice => Notices.Contains(Code);

    /// <summary>Whether it is told when somebody has said it: not where the law wants it in writing.</summary>
    public bool MayBeSpoken => !IsNotice || Code == Delay;

    /// <summary>Said to the child by an officer before their rights change. Until then the child is not one of those whom the council tells how it stands.</summary>
    /// <param name="otherRow">Of the same child, where two turned out to be one.</param>
    public static bool TellsChild(string code, Guid personId, Guid childId, Guid? otherRow) => code == RightsSoon && (personId == childId || personId == otherRow);

    /// <exception cref="ArgumentException">There is no such event: the file is checked when it is loaded, so this is a bug.</exception>
    public IEnumerable<EventKind> Events => Named(StartsWith).Where(name => !Enum.TryParse<OtherStart>(Pascal(name), ignoreCase: true, out _)).Select(Event);

    public IEnumerable<OtherStart> Others => Named(StartsWith)
        .Select(name => Enum.TryParse<OtherStart>(Pascal(name), ignoreCase: true, out var start) ? start : (OtherStart?)null).OfType<OtherStart>();

    public IEnumerable<EventKind> Ends => Named(FallsAwayWith).Select(Event);

    public static void Map(EntityTypeBuilder<TouchpointKind> kind)
    {
        kind.ToTable("touchpoint_kinds");
        kind.HasKey(k => k.Code);
        kind.Property(k => k.Code).HasMaxLength(LongestCode);
        kind.Property(k => k.Title).HasMaxLength(120);
        kind.Property(k => k.StartsWith).HasMaxLength(200);
        kind.Property(k => k.FallsAwayWith).HasMaxLength(200);
        kind.Property(k => k.Who).HasMaxLength(60);
        kind.Property(k => k.MadeWhen).HasMaxLength(60);
        kind.Property(k => k.Limit).HasMaxLength(120);
        kind.Property(k => k.Source).HasMaxLength(120);
        kind.Property(k => k.Words).HasMaxLength(LongestWords);
        kind.Ignore(k => k.IsNotice);
        kind.Ignore(k => k.MayBeSpoken);
        kind.Ignore(k => k.Events);
        kind.Ignore(k => k.Others);
        kind.Ignore(k => k.Ends);
    }

    private static string[] Named(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static EventKind Event(string snake) => Enum.Parse<EventKind>(Pascal(snake), ignoreCase: true);

    private static string Pascal(string snake) => snake.Replace("_", "", StringComparison.Ordinal);
}
