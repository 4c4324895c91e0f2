using Medway.LocalOffer.Accounts.Data;
using Microsoft.AspNetCore.Http;

namespace Medway.LocalOffer.Accounts.Security;

/// <summary>Where somebody comes in: staff at <c>/staff</c>, providers at <c>/provider</c>. Each kind of account has one door.</summary>
internal sealed record Door(AccountKind Kind, string Path)
{
    private const int LongestReturn = 2_000;

    public static readonly Door Staff = new(AccountKind.Staff, "/staff");

    public static readonly Door Provider = new(AccountKind.Provider, "/provider");

    public string SignIn => Path + "/sign-in";

    public string SecondStep => SignIn + "/code";

    public string SetUp => SignIn + "/set-up";

    public static Door Of(PathString path) =>
        path.StartsWithSegments(Provider.Path, StringComparison.OrdinalIgnoreCase) ? Provider : Staff;

    public static Door Of(AccountKind kind) => kind == AccountKind.Provider ? Provider : Staff;

    /// <summary>
    /// The page somebody wanted, when it is one behind this door; else the door's own first page. Whatever a browser could read as another
    /// host falls away, because the address must start with the door's own path.
    /// </summary>
    public string Return(string? wanted) => Within(Path, SignIn, wanted);

    /// <inheritdoc cref="Return"/>
    public static string Within(string home, string signIn, string? wanted)
    {
        if (wanted is null || wanted.Length > LongestReturn || wanted.Any(character => char.IsControl(character) || character == '\\'))
        {
            return home;
        }

        var path = wanted.Split('?', '#')[0];
        var isHere = path == home || path.StartsWith(home + "/", StringComparison.Ordinal);
        var isSignIn = path == signIn || path.StartsWith(signIn + "/", StringComparison.Ordinal);
        return isHere && !isSignIn && !path.Contains("//", StringComparison.Ordinal) ? wanted : home;
    }
}
