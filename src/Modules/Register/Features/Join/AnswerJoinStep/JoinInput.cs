using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Domain;

namespace Medway.LocalOffer.Register.Features.Join.AnswerJoinStep;

/// <summary>What a page of the form posts; only the fields of its own step count.</summary>
internal sealed class JoinInput
{
    private const string Self = "self";
    private const string Child = "child";

    public static readonly IReadOnlyList<Choice> Whom = [new(Child, "A child or young person I care for"), new(Self, "Me", "From 13 on.")];

    public string IsForSelf { get; set; } = "";

    public string ChildGiven { get; set; } = "";

    public string ChildFamily { get; set; } = "";

    public TypedDate BornOn { get; set; } = new();

    public string Street { get; set; } = "";

    public string Town { get; set; } = "";

    public string Postcode { get; set; } = "";

    public string OwnGiven { get; set; } = "";

    public string OwnFamily { get; set; } = "";

    public string Relationship { get; set; } = "";

    public string Contact { get; set; } = "";

    public List<string> Difficulties { get; set; } = [];

    public string Setting { get; set; } = "";

    public List<string> ServicesUsed { get; set; } = [];

    public List<string> ServicesWanted { get; set; } = [];

    public string School { get; set; } = "";

    public string Help { get; set; } = "";

    public string Wanted { get; set; } = "";

    public Dictionary<string, string> Choices { get; set; } = [];

    public Dictionary<string, Guid> Wordings { get; set; } = [];

    public static JoinInput Of(JoinAnswers answers) => new()
    {
        IsForSelf = answers.IsForSelf switch { null => "", true => Self, _ => Child },
        ChildGiven = answers.ChildGiven,
        ChildFamily = answers.ChildFamily,
        BornOn = TypedDate.Of(answers.BornOn),
        Street = answers.Street,
        Town = answers.Town,
        Postcode = answers.Postcode,
        OwnGiven = answers.OwnGiven,
        OwnFamily = answers.OwnFamily,
        Relationship = answers.Relationship,
        Contact = answers.Contact,
        Difficulties = answers.Difficulties,
        Setting = answers.Setting,
        ServicesUsed = answers.ServicesUsed,
        ServicesWanted = answers.ServicesWanted,
        School = answers.School,
        Help = answers.Help,
        Wanted = answers.Wanted,
        Choices = answers.Choices,
        Wordings = answers.Wordings,
    };

    /// <summary>Writes what this step asked into what the family has typed so far.</summary>
    public void WriteTo(JoinAnswers answers, string step)
    {
        switch (step)
        {
            case JoinStep.Who:
                answers.IsForSelf = IsForSelf switch { Self => true, Child => false, _ => null };
                break;
            case JoinStep.Child:
                (answers.ChildGiven, answers.ChildFamily, answers.BornOn) = (Cut(ChildGiven), Cut(ChildFamily), BornOn.Read());
                break;
            case JoinStep.Home:
                (answers.Street, answers.Town, answers.Postcode) = (Cut(Street), Cut(Town), Cut(Postcode));
                break;
            case JoinStep.You:
                (answers.OwnGiven, answers.OwnFamily, answers.Relationship) = (Cut(OwnGiven), Cut(OwnFamily), Cut(Relationship));
                break;
            case JoinStep.Contact:
                answers.Contact = Cut(Contact);
                break;
            case JoinStep.Day:
                answers.Difficulties = [.. Difficulties.Take(RegisterWords.Difficulties.Count)];
                break;
            case JoinStep.School:
                (answers.School, answers.Help, answers.Wanted, answers.Setting) = (Cut(School), Cut(Help), Cut(Wanted), Cut(Setting));
                (answers.ServicesUsed, answers.ServicesWanted) = (Picked(ServicesUsed), Picked(ServicesWanted));
                break;
            case JoinStep.Choices:
                // Only uses that exist: the form keeps no more than it asks.
                answers.Choices = Choices.Where(choice => ConsentPurpose.Of(choice.Key) is not null && choice.Value is "yes" or "no").ToDictionary();
                answers.Wordings = Wordings.Where(wording => ConsentPurpose.Of(wording.Key) is not null).ToDictionary();
                break;
        }
    }

    private static List<string> Picked(List<string> codes) => [.. codes.Take(EntryFacts.MostPicked).Select(Cut)];

    /// <summary>One letter more than may be, so that too much is said to be too much and never kept.</summary>
    private static string Cut(string? text) => (text ?? "").Trim() is var plain && plain.Length > JoinAnswers.MaximumText ? plain[..(JoinAnswers.MaximumText + 1)] : plain;
}
