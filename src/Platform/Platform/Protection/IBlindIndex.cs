namespace Medway.LocalOffer.Platform.Protection;

/// <summary>
/// Finds an encrypted value by exactly what it is, without storing it: keep the index in a <c>bytea</c> column of class Staff beside the
/// encrypted one, set it in the same place, and search for the index of what was typed. Equal values have equal indexes, so it says who
/// shares one; use it only where exact search is needed.
/// </summary>
public interface IBlindIndex
{
    /// <param name="field">What is indexed, for example <c>people.email</c>; one field's indexes say nothing about another's.</param>
    /// <param name="normalised">From <see cref="Normalised"/>, the same on writing and on searching.</param>
    /// <returns>16 bytes that nobody can make without the host's master key.</returns>
    byte[] Of(string field, string normalised);
}
