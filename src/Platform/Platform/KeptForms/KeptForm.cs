namespace Medway.LocalOffer.Platform.KeptForms;

/// <summary>A form that was sent after its session had ended.</summary>
/// <param name="Path">The page that it belongs to.</param>
/// <param name="Fields">What was typed, by the name of its field; never a password, a code or a file.</param>
public sealed record KeptForm(string Path, IReadOnlyDictionary<string, string[]> Fields);
