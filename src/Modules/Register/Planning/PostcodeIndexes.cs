using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Register.Domain;

namespace Medway.LocalOffer.Register.Planning;

/// <summary>What an entry keeps of a postcode beside its first part: enough to find its ward in a table, and no postcode.</summary>
internal sealed class PostcodeIndexes(IBlindIndex index)
{
    private const string Field = "register.postcode";

    /// <returns>Null when it is no whole postcode.</returns>
    public byte[]? Of(string postcode) =>
        Area.Of(postcode) is null ? null : index.Of(Field, Normalised.Text(postcode).Replace(" ", "", StringComparison.Ordinal));
}
