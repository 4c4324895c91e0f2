using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Register.Data;

namespace Medway.LocalOffer.Register.Domain;

/// <summary>The coded lists as they stand today, each in its order.</summary>
internal sealed class CodeLists(IReadOnlyList<PlanningCode> codes)
{
    public const string Setting = "setting";
    public const string Service = "service";

    private const string FromTheList = "Choose from the list";

    public IReadOnlyList<PlanningCode> Settings => Of(Setting);

    public IReadOnlyList<PlanningCode> Services => Of(Service);

    /// <returns>In words; empty for no code, the code itself for one that is not known.</returns>
    public string Words(string list, string code) => codes.FirstOrDefault(known => known.List == list && known.Code == code)?.Words ?? code;

    public string Words(string list, IEnumerable<string> some) => string.Join("; ", some.Select(code => Words(list, code)));

    /// <returns>What is wrong, by field; empty when every code is one of ours.</returns>
    public IReadOnlyList<FieldError> Problems(CodedFacts facts) =>
    [
        .. facts.Setting.Length == 0 || IsKnown(Setting, facts.Setting) ? Array.Empty<FieldError>() : [new(nameof(facts.Setting), FromTheList)],
        .. facts.ServicesUsed.All(code => IsKnown(Service, code)) ? Array.Empty<FieldError>() : [new(nameof(facts.ServicesUsed), FromTheList)],
        .. facts.ServicesWanted.All(code => IsKnown(Service, code)) ? Array.Empty<FieldError>() : [new(nameof(facts.ServicesWanted), FromTheList)],
    ];

    private IReadOnlyList<PlanningCode> Of(string list) => [.. codes.Where(code => code.List == list).OrderBy(code => code.Place).ThenBy(code => code.Code, StringComparer.Ordinal)];

    private bool IsKnown(string list, string code) => codes.Any(known => known.List == list && known.Code == code);
}
