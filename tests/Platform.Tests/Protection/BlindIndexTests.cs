using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Tests.Protection;

public sealed class BlindIndexTests(PostgresCluster cluster)
{
    [Fact]
    [Proves("accounts")]
    public async Task Search_ByBlindIndex_FindsExactlyThatPerson()
    {
        await using var prepared = await SecretsModule.PrepareAsync(cluster);
        await using var host = prepared.Host();
        await using var other = prepared.Host();
        byte[] Index(TestApp app, string name) => app.Get<IBlindIndex>().Of("secrets.name", Normalised.Text(name));
        await host.KeepAsync(
            new Secret { Name = "Zoë  Ångström", NameIndex = Index(host, "Zoë  Ångström") },
            new Secret { Name = "Zoe Angstrom", NameIndex = Index(host, "Zoe Angstrom") });

        await using var scope = other.Scope();
        var sought = Index(other, " ZOE\u0308 A\u030Angstro\u0308m ");
        var found = await scope.ServiceProvider.GetRequiredService<SecretsDbContext>().Secrets
            .Where(secret => secret.NameIndex == sought).ToListAsync(TestContext.Current.CancellationToken);

        found.ShouldHaveSingleItem().Name.ShouldBe("Zoë  Ångström");
        sought.Length.ShouldBe(16);
        other.Get<IBlindIndex>().Of("secrets.known_as", Normalised.Text("Zoë Ångström")).ShouldNotBe(sought);
    }

    [Fact]
    [Proves("accounts")]
    public async Task Index_WithAnotherMasterKey_CannotBeMade()
    {
        await using var prepared = await SecretsModule.PrepareAsync(cluster);
        await using var host = prepared.Host();
        host.Get<IBlindIndex>().Of("secrets.name", "x").ShouldNotBeEmpty();
        host.Get<IKeyedDigests>().Of("audit-row", "x"u8).Length.ShouldBe(32);
        await using var thief = prepared.Host(SecretsModule.OtherMasterKey);

        Should.Throw<ProtectionException>(() => thief.Get<IBlindIndex>().Of("secrets.name", "x"));
        Should.Throw<ProtectionException>(() => thief.Get<IKeyedDigests>().Of("audit-row", "x"u8));
    }

    [Theory]
    [InlineData("  Anna \t Maria ", "anna maria")]
    [InlineData("ＡＮＮＡ", "anna")]
    [InlineData("ΟΔΥΣΣΕΥΣ", "οδυσσευσ")]
    [InlineData("Οδυσσεύς", "οδυσσεύσ")]
    [InlineData("", "")]
    public void Text_WrittenInSeveralWays_IsOne(string typed, string expected) => Normalised.Text(typed).ShouldBe(expected);

    [Theory]
    [InlineData(" Anna@Example.ORG ", "anna@example.org")]
    [InlineData("anna @ example.org", "anna@example.org")]
    public void Email_WrittenInSeveralWays_IsOne(string typed, string expected) => Normalised.Email(typed).ShouldBe(expected);

    [Theory]
    [InlineData("01634 960 123", "01634960123")]
    [InlineData("+44 (0)1634 960-123", "01634960123")]
    [InlineData("0044 1634 960123", "01634960123")]
    [InlineData("＋４４ 1634 960123", "01634960123")]
    [InlineData("٠١٦٣٤٩٦٠١٢٣", "01634960123")]
    [InlineData("+33 1 23 45", "0033 1 23 45")]
    [InlineData("", "")]
    public void Phone_WrittenInSeveralWays_IsOne(string typed, string expected) =>
        Normalised.Phone(typed).ShouldBe(expected.Replace(" ", "", StringComparison.Ordinal));
}
