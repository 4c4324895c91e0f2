namespace Medway.LocalOffer.Platform.Security;

/// <summary>Names of the sign-in schemes. The host chooses one by the address's first segment.</summary>
public static class SignInSchemes
{
    /// <summary>Staff and providers: <c>/staff</c>, <c>/provider</c>.</summary>
    public const string Staff = "staff";

    /// <summary>Families: <c>/my</c>, <c>/join</c>.</summary>
    public const string Families = "families";
}
