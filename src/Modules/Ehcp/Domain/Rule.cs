namespace Medway.LocalOffer.Ehcp.Domain;

/// <summary>How much a date weighs. Only <see cref="Law"/> is a legal limit; the rest stands beside it and never instead of it.</summary>
internal enum RuleKind
{
    Law,

    /// <summary>The Code of Practice, which councils must have regard to.</summary>
    Guidance,

    /// <summary>What it takes in practice to keep the law's next limit.</summary>
    Practice,

    /// <summary>What we have promised to families.</summary>
    Promise,

    /// <summary>What the improvement plan measures.</summary>
    LocalTarget,
}

/// <summary>Who has to act.</summary>
internal enum Actors
{
    Council,
    Adviser,
    Setting,
    Family,
    Mediator,
}

/// <summary>From which event a rule counts, and how.</summary>
internal sealed record Arm(IReadOnlyList<EventKind> From, IReadOnlyList<Step> Steps)
{
    /// <summary>For a second arm: its event lies on or before the first one's, and not after it.</summary>
    public bool IsEarlier { get; init; }

    public static Arm Of(EventKind from, Unit unit, int number) => new([from], [new Step(unit, number)]);
}

/// <summary>One limit in one version.</summary>
/// <param name="Code">Stays the same through all versions, for example <c>T09</c>.</param>
/// <param name="Name">What is to be done, in plain words.</param>
/// <param name="Source">Regulation, section, paragraph of the Code, or whose promise it is.</param>
/// <param name="Arms">With more than one, the latest day counts; the first is what starts it.</param>
/// <param name="MetBy">Any of these ends it.</param>
internal sealed record Rule(string Code, string Name, RuleKind Kind, Actors Whose, string Source, IReadOnlyList<Arm> Arms, IReadOnlyList<EventKind> MetBy)
{
    /// <summary>England's regulations came into force on this day.</summary>
    public static readonly DateOnly RegulationsOf2014 = new(2014, 9, 1);

    public DateOnly InForceFrom { get; init; } = RegulationsOf2014;

    /// <summary>Last day, inclusive; null while it is in force.</summary>
    public DateOnly? InForceTo { get; init; }

    /// <summary>Taken from the latest day of all arms.</summary>
    public IReadOnlyList<Step> Then { get; init; } = [];

    /// <summary>There is nothing to do any more once one of these has happened.</summary>
    public IReadOnlyList<EventKind> FallsAwayWith { get; init; } = [];

    /// <summary>Grounds on which the council need not comply with it.</summary>
    public IReadOnlyList<ExceptionGround> Exceptions { get; init; } = [];

    /// <summary>A date before which something may not be done, and not a limit.</summary>
    public bool IsEarliest { get; init; }

    /// <summary>Only for children younger than this on the day from which it counts.</summary>
    public int? OnlyUnderAge { get; init; }

    /// <summary>Only this adviser's advice meets it; null when it is not about one.</summary>
    public Adviser? OnlyBy { get; init; }

    public bool IsInForceOn(DateOnly day) => InForceFrom <= day && !(InForceTo < day);

    /// <summary>It counts back from a day that is planned, so that what meets it comes before that day.</summary>
    public bool CountsBack => Arms[0].Steps[0].Unit is Unit.DaysBefore or Unit.MonthsBefore or Unit.DayBefore;

    public string Version => InForceTo is { } last
        ? $"{Code}, in force from {InForceFrom:yyyy-MM-dd} to {last:yyyy-MM-dd}"
        : $"{Code}, in force from {InForceFrom:yyyy-MM-dd}";
}

/// <summary>All versions of all rules. Another book is another set of versions, as after a change of the law.</summary>
internal sealed class RuleBook
{
    private readonly IReadOnlyList<Rule> rules;

    /// <exception cref="ArgumentException">Two versions of one rule are in force on one day.</exception>
    public RuleBook(IReadOnlyList<Rule> rules)
    {
        this.rules = rules;
        foreach (var rule in rules)
        {
            if (rules.Count(other => other.Code == rule.Code && other.IsInForceOn(rule.InForceFrom)) > 1)
            {
                throw new ArgumentException($"Two versions of {rule.Code} are in force on {rule.InForceFrom:yyyy-MM-dd}.", nameof(rules));
            }
        }
    }

    /// <summary>The law, guidance and promises of today.</summary>
    public static RuleBook Current { get; } = new([.. AssessmentRules.All, .. DisagreementRules.All, .. ReviewRules.All, .. PromiseRules.All]);

    public IEnumerable<Rule> InForceOn(DateOnly day) => rules.Where(rule => rule.IsInForceOn(day));

    public IReadOnlyList<Rule> All => rules;
}
