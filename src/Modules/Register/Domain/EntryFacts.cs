namespace Medway.LocalOffer.Register.Domain;

/// <summary>Everything that a family can change on an entry that stands, as it was typed. All of it is optional.</summary>
/// <param name="Help">Name of a <see cref="SchoolHelp"/>; empty when they did not say.</param>
internal sealed record EntryFacts(IReadOnlyList<string> Difficulties, CodedFacts Coded, string School, string Help, string Wanted)
{
    /// <summary>More than any list is long: what a form may post at most.</summary>
    public const int MostPicked = 50;

    public override string ToString() => nameof(EntryFacts);
}
