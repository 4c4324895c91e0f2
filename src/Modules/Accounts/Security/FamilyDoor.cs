namespace Medway.LocalOffer.Accounts.Security;

/// <summary>Where families come in.</summary>
internal static class FamilyDoor
{
    public const string Path = "/my";
    public const string SignIn = "/my/sign-in";
    public const string TypeCode = "/my/sign-in/code";
    public const string Security = "/my/security";
    public const string SecondCode = "/my/security/code";
    public const string AddApp = "/my/security/app";
    public const string Documents = "/my/documents";

    /// <summary>The page somebody wanted, when it is one behind this door; else the first page.</summary>
    public static string Return(string? wanted) => Door.Within(Path, SignIn, wanted);
}
