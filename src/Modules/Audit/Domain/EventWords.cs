using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;

namespace Medway.LocalOffer.Audit.Domain;

/// <summary>Plain words for what stands in the trail as codes.</summary>
internal sealed class EventWords(IReadOnlyList<IModule> modules)
{
    private readonly Dictionary<string, string> byName = modules.SelectMany(module => module.AuditEvents)
        .DistinctBy(known => known.Name, StringComparer.Ordinal)
        .ToDictionary(known => known.Name, known => known.Description, StringComparer.Ordinal);

    /// <summary>Names of events that nobody is told of on "Who looked".</summary>
    public IReadOnlyList<string> Safety { get; } =
        [.. modules.SelectMany(module => module.AuditEvents).Where(known => known.IsSafety).Select(known => known.Name).Distinct()];

    public static IEnumerable<Choice> Actors => Choice.OfAll<ActorKind>(Of);

    /// <summary>Events that a module declares, by their words.</summary>
    public IEnumerable<Choice> Choices =>
        byName.OrderBy(known => known.Value, StringComparer.Ordinal).Select(known => new Choice(known.Key, known.Value));

    /// <summary>An old row can hold an event that no module declares any more.</summary>
    public string Of(string name) => byName.GetValueOrDefault(name) ?? $"Something that this version has no words for ({name})";

    public static string Of(ActorKind kind) => kind switch
    {
        ActorKind.Staff => "Staff",
        ActorKind.Family => "Family",
        ActorKind.Provider => "Provider",
        ActorKind.PanelCode => "Panel code",
        ActorKind.Job => "The site by itself",
        ActorKind.Cli => "Command line",
        _ => "Visitor",
    };
}
