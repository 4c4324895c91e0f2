namespace Medway.LocalOffer.Platform.Data;

/// <summary>The logins of the database (blueprint §7). The database refuses what a login may not do, whatever the code asks.</summary>
public enum DatabaseLogin
{
    /// <summary><c>web_public</c>: reads what is published; the default, so that a forgotten choice errs on the safe side.</summary>
    Public,

    /// <summary><c>web_private</c>: pages behind sign-in, jobs, imports and the command line.</summary>
    Private,

    /// <summary><c>owner</c>: migrations only.</summary>
    Owner,
}

/// <summary>The login that this scope uses. The web host chooses it by endpoint group before any context is made.</summary>
public sealed class CurrentLogin
{
    public DatabaseLogin Value { get; set; } = DatabaseLogin.Public;
}
