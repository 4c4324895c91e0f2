namespace Medway.LocalOffer.Register.Domain;

/// <summary>What a family has typed so far. It is kept sealed with their own code until they send it, and in People afterwards.</summary>
internal sealed class JoinAnswers
{
    public const int MaximumText = 200;

    /// <summary>The young person fills it in for themselves.</summary>
    public bool? IsForSelf { get; set; }

    public string ChildGiven { get; set; } = "";

    public string ChildFamily { get; set; } = "";

    public DateOnly? BornOn { get; set; }

    public string Street { get; set; } = "";

    public string Town { get; set; } = "";

    public string Postcode { get; set; } = "";

    public string OwnGiven { get; set; } = "";

    public string OwnFamily { get; set; } = "";

    /// <summary>Name of a <c>RelationshipKind</c>.</summary>
    public string Relationship { get; set; } = "";

    public string Contact { get; set; } = "";

    public List<string> Difficulties { get; set; } = [];

    public string Setting { get; set; } = "";

    public string School { get; set; } = "";

    public string Help { get; set; } = "";

    public List<string> ServicesUsed { get; set; } = [];

    public List<string> ServicesWanted { get; set; } = [];

    public string Wanted { get; set; } = "";

    /// <summary>Yes or no by the slug of the use; what is not in here was not answered, and is a no.</summary>
    public Dictionary<string, string> Choices { get; set; } = [];

    /// <summary>The wording that was shown beside each choice.</summary>
    public Dictionary<string, Guid> Wordings { get; set; } = [];

    public CodedFacts Coded() => new(Setting, ServicesUsed, ServicesWanted);

    /// <summary>Somebody else fills it in for a young person who says yes or no for themselves.</summary>
    public bool IsTheirsToSay(DateOnly today) => IsForSelf == false && !ConsentRules.Decides(GiverCapacity.Parent, BornOn, today);

    /// <summary>Says nothing: what a family typed must not reach a log by mistake.</summary>
    public override string ToString() => nameof(JoinAnswers);
}
