using Medway.LocalOffer.Architecture.Tests.Rules;
using Medway.LocalOffer.Architecture.Tests.Tree;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Architecture.Tests;

[Proves("register")]
public sealed class RegisterDoorTests
{
    [Fact]
    public void Register_IsReadThroughItsDoorOnly() => RegisterDoorRule.Offences(SourceTree.Files("*.cs", "*.cshtml")).ShouldBeEmpty();

    [Theory]
    [InlineData("src/Modules/Register/Features/A.cs", "context.Set<RegisterEntry>().ToListAsync()")]
    [InlineData("src/Modules/Register/Data/RegisterDbContext.cs", "public DbSet<Consent> Consents => Set<Consent>();")]
    [InlineData("src/Modules/Ehcp/A.cs", "select child_id from register.entries")]
    [InlineData("src/Modules/Register/Jobs/A.cs", "from register.consent_events")]
    public void RegisterDoor_GoesRed(string path, string text) => RegisterDoorRule.Offences([new SourceFile(path, text)]).ShouldHaveSingleItem();

    /// <summary>Names of settings and permissions look alike and are none.</summary>
    [Theory]
    [InlineData("src/Modules/Register/RegisterPermissions.cs", "public const string ReadName = \"register.own-entries.read\";")]
    [InlineData("src/Modules/Register/Reading/RegisterReader.cs", "context.Set<RegisterEntry>()")]
    public void RegisterDoor_LetsTheDoorPass(string path, string text) => RegisterDoorRule.Offences([new SourceFile(path, text)]).ShouldBeEmpty();
}
