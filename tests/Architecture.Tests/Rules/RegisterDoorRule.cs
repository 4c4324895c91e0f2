using System.Text.RegularExpressions;
using Medway.LocalOffer.Architecture.Tests.Tree;

namespace Medway.LocalOffer.Architecture.Tests.Rules;

/// <summary>
/// The people of the register are read through one door, which asks what for: nothing else takes entries or consents from the context, or names their
/// tables in SQL.
/// </summary>
internal static partial class RegisterDoorRule
{
    private const string Door = "src/Modules/Register/Reading/RegisterReader.cs";

    /// <summary>What says how the tables are made.</summary>
    private const string Schema = "src/Modules/Register/Data/RegisterSchema.cs";

    public static IEnumerable<string> Offences(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Path.StartsWith("src/", StringComparison.Ordinal) && file.Path is not (Door or Schema)
        where Past().IsMatch(file.Read())
        select $"{file.Path} reads the register past RegisterReader: ask For(a purpose)";

    [GeneratedRegex(@"(?:Set|DbSet|IQueryable|FindAsync|FromSql\w*|SqlQuery\w*)\s*<\s*(?:RegisterEntry|ConsentEvent|Consent)\s*>|\b(?i:from|join|update|into)\s+register\.(?:entries|consents|consent_events)\b")]
    private static partial Regex Past();
}
