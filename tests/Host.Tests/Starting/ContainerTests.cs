using Medway.LocalOffer.Host.Tests.Security;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Host.Tests.Starting;

/// <summary>In Development the container is checked when it is built: every service can be made, and none outlives what it holds.</summary>
public sealed class ContainerTests(PostgresCluster cluster)
{
    [Fact]
    public async Task Start_WithTheContainerChecked_Works()
    {
        await using var app = new DevelopmentApp(cluster);
        await app.InitializeAsync();

        (await app.GetAsync("/search?q=autism")).All(".card").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(typeof(NeedsWhatIsNotThere))]
    [InlineData(typeof(KeepsWhatIsShortLived))]
    public async Task Start_WithAServiceThatCannotBeMade_Fails(Type wrong)
    {
        await using var app = new WronglyWiredApp(cluster, wrong);
        await app.InitializeAsync();

        Should.Throw<AggregateException>(() => app.Services.GetHashCode()).Message.ShouldContain(wrong.Name);
    }

    private sealed class Missing;

    private sealed class ShortLived;

#pragma warning disable CS9113 // The parameters are what is wrong with them.
    private sealed class NeedsWhatIsNotThere(Missing missing);

    private sealed class KeepsWhatIsShortLived(ShortLived shortLived);
#pragma warning restore CS9113

    private sealed class WronglyWiredApp(PostgresCluster cluster, Type wrong) : App(cluster)
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Development");
            builder.ConfigureTestServices(services => services.AddScoped<ShortLived>().AddSingleton(wrong));
        }
    }
}
