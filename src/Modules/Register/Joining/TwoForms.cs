using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features;

namespace Medway.LocalOffer.Register.Joining;

/// <summary>One answer to which two forms of one child say something else.</summary>
internal sealed record DifferentAnswer(string What, string Stands, string Other)
{
    public override string ToString() => nameof(DifferentAnswer);
}

/// <summary>What two forms of one child say, as from two parents: nothing of either is lost, and nothing is overwritten.</summary>
internal static class TwoForms
{
    /// <summary>Lists are put together, and what the first did not say is filled in. Where both say something, the first stays until a person has looked.</summary>
    /// <returns>Names of the answers that changed, never what they are.</returns>
    public static IReadOnlyList<string> Add(RegisterEntry first, RegisterEntry second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var before = (first.Difficulties, first.School, first.Help, first.Wanted, first.Setting, first.ServicesUsed, first.ServicesWanted);
        var (own, other) = (first.Coded(), second.Coded());
        first.Difficulties = string.Join(';', first.DifficultiesRead().Union(second.DifficultiesRead()));
        if (first.School.Length == 0)
        {
            first.Name(second.School);
        }

        first.Help = first.Help == SchoolHelp.NotSaid ? second.Help : first.Help;
        first.Wanted = Either(first.Wanted, second.Wanted);
        first.Say(new CodedFacts(Either(own.Setting, other.Setting), [.. own.ServicesUsed.Union(other.ServicesUsed)], [.. own.ServicesWanted.Union(other.ServicesWanted)]));
        first.PostcodeIndex ??= second.PostcodeIndex;
        string?[] changed =
        [
            before.Difficulties == first.Difficulties ? null : nameof(first.Difficulties), before.School == first.School ? null : nameof(first.School),
            before.Help == first.Help ? null : nameof(first.Help), before.Wanted == first.Wanted ? null : nameof(first.Wanted),
            before.Setting == first.Setting ? null : nameof(first.Setting), before.ServicesUsed == first.ServicesUsed ? null : nameof(first.ServicesUsed),
            before.ServicesWanted == first.ServicesWanted ? null : nameof(first.ServicesWanted),
        ];
        return [.. changed.OfType<string>()];
    }

    /// <returns>What one of them says and the other says otherwise; what can be put together without a question is left out.</returns>
    public static IReadOnlyList<DifferentAnswer> Different(RegisterEntry stands, RegisterEntry other, CodeLists lists)
    {
        ArgumentNullException.ThrowIfNull(stands);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(lists);
        (string What, string Stands, string Other)[] answers =
        [
            ("Area", stands.Area, other.Area), ("School", stands.School, other.School), ("Extra help now", Help(stands), Help(other)), ("Would like", stands.Wanted, other.Wanted),
            ("Where the child learns", lists.Words(CodeLists.Setting, stands.Coded().Setting), lists.Words(CodeLists.Setting, other.Coded().Setting)),
        ];
        return
        [
            .. answers.Where(answer => answer.Stands.Length > 0 && answer.Other.Length > 0 && !answer.Stands.Equals(answer.Other, StringComparison.OrdinalIgnoreCase))
                .Select(answer => new DifferentAnswer(answer.What, answer.Stands, answer.Other)),
        ];
    }

    /// <returns>
    /// Which school a yes of the second form is for, once it stands on the first: the one that stands there when both name the same, else another one,
    /// which it then reaches no more than it did.
    /// </returns>
    public static Guid? SchoolOf(ConsentEvent said, RegisterEntry first, RegisterEntry second)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return said.Purpose != ConsentPurpose.ShareWithSchool.Slug ? null
            : said.SchoolKey == second.SchoolKey && first.IsSchool(second.School) ? first.SchoolKey
            : said.SchoolKey ?? second.Id;
    }

    private static string Help(RegisterEntry entry) => entry.Help == SchoolHelp.NotSaid ? "" : RegisterWords.Of(entry.Help);

    private static string Either(string first, string second) => first.Length > 0 ? first : second;
}
