namespace Medway.LocalOffer.Platform.Security;

/// <param name="PersonId">Whose record it is.</param>
/// <param name="Address">The page on which it is read.</param>
public sealed record FoundRecord(Guid PersonId, string Address);

/// <summary>
/// Leads from what stands on a letter, or in the address of a page, to a record; for break-glass, whose user cannot look for it otherwise.
/// Never by a name. A module that has such records registers one.
/// </summary>
public interface IRecordFinder
{
    /// <summary>Whether it is written like one of this module's, judged without looking it up: says nothing of whether there is one.</summary>
    bool Reads(string typed);

    /// <returns>Null when there is no such record.</returns>
    Task<FoundRecord?> FindAsync(string typed, CancellationToken cancellationToken);
}

/// <summary>Reads the address of a record's page as somebody copies it.</summary>
public static class RecordAddress
{
    /// <param name="typed">With or without the name of the site and what comes after the id; may be anything.</param>
    /// <param name="path">What stands before the id, for example <c>/staff/people/</c>.</param>
    /// <returns>The id; null when it is no such address.</returns>
    public static Guid? IdIn(string typed, string path)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var start = typed.IndexOf(path, StringComparison.OrdinalIgnoreCase);
        var id = start < 0 ? "" : typed[(start + path.Length)..].Trim().Split('/', '?', '#')[0];
        return Guid.TryParseExact(id, "D", out var found) ? found : null;
    }
}
