using Medway.LocalOffer.Cli;
using Medway.LocalOffer.Testing;
using Medway.LocalOffer.Web;

namespace Medway.LocalOffer.Architecture.Tests;

/// <summary><c>docs/modules.md</c> is generated; <c>./dev describe &gt; docs/modules.md</c> brings it up to date.</summary>
public sealed class ModulesPageTests
{
    [Fact]
    public async Task ModulesPage_OfTheRepository_IsWhatTheModulesDeclare() =>
        (await File.ReadAllTextAsync(Repository.At("docs/modules.md"), TestContext.Current.CancellationToken)).ShouldBe(Description.Of(Modules.All));

    [Fact]
    public void Description_OfFewerModules_IsAnother() =>
        Description.Of([.. Modules.All.Skip(1)]).ShouldNotBe(Description.Of(Modules.All));
}
