namespace Medway.LocalOffer.Content.Markdown;

internal enum Weight
{
    /// <summary>Unsafe or too big: it is not saved, and not shown anywhere.</summary>
    Refused,

    /// <summary>A draft may have it; a live page may not.</summary>
    Error,

    /// <summary>Worth a look. Never stops anybody.</summary>
    Hint,
}

/// <param name="Line">In the editor's text, the first is 1.</param>
/// <param name="Message">What is wrong and what to do, for the editor.</param>
internal sealed record TextProblem(int Line, Weight Weight, string Message)
{
    public override string ToString() => $"Line {Line}: {Message}";
}
