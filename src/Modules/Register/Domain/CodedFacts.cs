namespace Medway.LocalOffer.Register.Domain;

/// <summary>What is counted about a child beside what is hard: codes of the lists that the council keeps.</summary>
/// <param name="Setting">Where the child learns; empty when the family did not say.</param>
internal sealed record CodedFacts(string Setting, IReadOnlyList<string> ServicesUsed, IReadOnlyList<string> ServicesWanted)
{
    public static readonly CodedFacts None = new("", [], []);

    /// <summary>Says nothing: a need must not reach a log by mistake.</summary>
    public override string ToString() => nameof(CodedFacts);
}
