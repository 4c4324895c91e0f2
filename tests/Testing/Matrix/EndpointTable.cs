namespace Medway.LocalOffer.Testing.Matrix;

/// <summary>
/// Who may come in where, written by hand from back-office Appendix B: <c>endpoints.txt</c> has one line for each endpoint,
/// <c>METHOD route: role, role</c>; <c>everyone</c> stands for nobody signed in and everybody else, <c>all staff</c> for every role of staff.
/// </summary>
public static class EndpointTable
{
    public const string Everyone = "everyone";

    public const string AllStaff = "all staff";

    /// <returns>By method and route: the words after the colon.</returns>
    public static IReadOnlyDictionary<(string Method, string Route), IReadOnlyList<string>> Read() => Parse(File.ReadAllLines(Repository.At("tests/Testing/Matrix/endpoints.txt")));

    public static IReadOnlyDictionary<(string Method, string Route), IReadOnlyList<string>> Parse(IEnumerable<string> lines)
    {
        Dictionary<(string, string), IReadOnlyList<string>> table = [];
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            var (endpoint, who) = (line[..colon].Split(' ', 2), line[(colon + 2)..]);
            table.Add((endpoint[0], endpoint[1]), who.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }

        return table;
    }
}
