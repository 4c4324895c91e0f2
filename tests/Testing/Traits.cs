using Xunit.v3;

namespace Medway.LocalOffer.Testing;

/// <summary>Takes long: <c>./dev test</c> leaves it out and says so, <c>./dev ci</c> runs it small, <c>./dev prove</c> at full size.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class LongAttribute : Attribute, ITraitAttribute
{
    /// <summary>How much to do in this run.</summary>
    public static int Size(int small, int full) =>
        Environment.GetEnvironmentVariable("LOCALOFFER_LONG") == "full" ? full : small;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Size", "Long")];
}

/// <summary>Names what a test proves; <c>./dev prove SLUG</c> runs those tests.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class ProvesAttribute(string slug) : Attribute, ITraitAttribute
{
    public string Slug { get; } = slug;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Proves", Slug)];
}
