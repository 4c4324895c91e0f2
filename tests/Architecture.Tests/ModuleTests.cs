using MediatR;
using Medway.LocalOffer.Architecture.Tests.Rules;
using Medway.LocalOffer.Architecture.Tests.Tree;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Medway.LocalOffer.Web;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Architecture.Tests;

public sealed class ModuleTests
{
    [Fact]
    public void Modules_ShowOneType() => SourceTree.Assemblies(ProjectKind.Module)
        .SelectMany(module => PublicTypeRule.OffencesInModule(module.GetName().Name!, module.GetExportedTypes())).ShouldBeEmpty();

    [Fact]
    public void Contracts_HoldNoRequests() => SourceTree.Assemblies(ProjectKind.Contracts)
        .SelectMany(contracts => PublicTypeRule.OffencesInContracts(contracts.GetExportedTypes())).ShouldBeEmpty();

    [Fact]
    public void Modules_AreAllInTheHostsList() => Missing(
        SourceTree.Projects.Where(project => project.Kind == ProjectKind.Module).Select(project => project.AssemblyName),
        Modules.All.Select(module => module.GetType().Assembly.GetName().Name!)).ShouldBeEmpty();

    [Fact]
    public void Requests_HaveExactlyOneHandler() => HandlerRule.Offences(Types()).ShouldBeEmpty();

    [Fact]
    [Proves("accounts")]
    public void Reads_OfPeople_AreClosedToPlatformAdministrators()
    {
        var types = Types();
        types.Count(typeof(IReadsPeople).IsAssignableFrom).ShouldBeGreaterThan(5);
        AdministratorRule.Offences(types).ShouldBeEmpty();
    }

    [Fact]
    [Proves("accounts")]
    public void Administrators_GoesRed() => AdministratorRule.Offences([typeof(AdministratorsRead)]).ShouldHaveSingleItem();

    [Fact]
    [Proves("accounts")]
    public void Reads_OfPeopleAreWrittenDown() => PeopleRule.Offences(Types()).ShouldBeEmpty();

    [Fact]
    public void Requests_AreFound() => Types().Count(typeof(IBaseRequest).IsAssignableFrom).ShouldBeGreaterThan(0);

    [Fact]
    public void BackgroundServices_LiveOnlyInPlatform() =>
        Background(SourceTree.Assemblies(ProjectKind.Module, ProjectKind.Host, ProjectKind.Theme).SelectMany(assembly => assembly.GetTypes())).ShouldBeEmpty();

    [Fact]
    public void ShowOneType_GoesRed()
    {
        PublicTypeRule.OffencesInModule("made-up", [typeof(PublicOffender)]).Count().ShouldBe(2);
        PublicTypeRule.OffencesInModule("made-up", []).ShouldHaveSingleItem();
        PublicTypeRule.OffencesInContracts([typeof(Handled)]).ShouldHaveSingleItem();
    }

    [Fact]
    public void HostsList_GoesRed() => Missing(["Medway.LocalOffer.Forgotten"], ["Medway.LocalOffer.Search"]).ShouldHaveSingleItem();

    [Fact]
    public void Handlers_GoesRed()
    {
        HandlerRule.Offences([typeof(Handled), typeof(Handler)]).ShouldBeEmpty();
        HandlerRule.Offences([typeof(Handled)]).ShouldHaveSingleItem().ShouldContain("0 handlers");
        HandlerRule.Offences([typeof(Handled), typeof(Handler), typeof(SecondHandler)]).ShouldHaveSingleItem().ShouldContain("2 handlers");
        HandlerRule.Offences([typeof(Unguarded), typeof(UnguardedHandler)]).ShouldHaveSingleItem().ShouldContain("permission");
    }

    [Fact]
    public void ReadsOfPeople_GoesRed()
    {
        PeopleRule.Offences([typeof(AuditedRead), typeof(Handled)]).ShouldBeEmpty();
        PeopleRule.Offences([typeof(QuietRead)]).ShouldHaveSingleItem().ShouldContain("IReadsPeople");
        PeopleRule.Offences([typeof(QuietList)]).ShouldHaveSingleItem().ShouldContain("IReadsPeople");
        PeopleRule.Offences([typeof(BlindRead)]).ShouldHaveSingleItem().ShouldContain("IShowsPeople");
    }

    [Fact]
    public void BackgroundServices_GoesRed() => Background([typeof(HostedOffender)]).ShouldHaveSingleItem();

    private static List<Type> Types() => [.. SourceTree.Assemblies(ProjectKind.Module, ProjectKind.Host, ProjectKind.Platform).SelectMany(assembly => assembly.GetTypes())];

    private static IEnumerable<string> Missing(IEnumerable<string> found, IEnumerable<string> listed) => found.Except(listed).Select(name => $"{name} is not in Modules.All");

    private static IEnumerable<string> Background(IEnumerable<Type> types) =>
        types.Where(typeof(IHostedService).IsAssignableFrom).Select(type => $"{type.FullName} runs in the background: write an IJob");

    public sealed class PublicOffender;

    private sealed record Handled : IQuery<Done>
    {
        public Permission Permission => Permission.ReadPublished;
    }

    private sealed class Handler : IRequestHandler<Handled, Outcome<Done>>
    {
        public Task<Outcome<Done>> Handle(Handled request, CancellationToken cancellationToken) => Task.FromResult(Outcome.Ok(default(Done)));
    }

    private sealed class SecondHandler : IRequestHandler<Handled, Outcome<Done>>
    {
        public Task<Outcome<Done>> Handle(Handled request, CancellationToken cancellationToken) => Task.FromResult(Outcome.Ok(default(Done)));
    }

    private sealed record Unguarded : IRequest<string>;

    private sealed class UnguardedHandler : IRequestHandler<Unguarded, string>
    {
        public Task<string> Handle(Unguarded request, CancellationToken cancellationToken) => Task.FromResult("");
    }

    private sealed record Somebody(IReadOnlyList<Guid> PersonIds) : IShowsPeople;

    private sealed record QuietRead : IQuery<Somebody>
    {
        public Permission Permission => Permission.ReadPublished;
    }

    private sealed record QuietList : IQuery<IReadOnlyList<Somebody>>
    {
        public Permission Permission => Permission.ReadPublished;
    }

    private record Reading
    {
        public Permission Permission { get; } = Permission.ReadPublished;

        public AuditEvent Event { get; } = new("made-up.people-read", "Read");

        public string SubjectKind { get; } = "person";

        public Guid? SubjectId { get; }

        public string? Purpose { get; }
    }

    private sealed record AuditedRead : Reading, IQuery<Somebody>, IReadsPeople;

    private sealed record AdministratorsRead : IQuery<Somebody>, IReadsPeople
    {
        public Permission Permission => new("made-up.people.read", "Read people", Roles.TeamManager, Roles.PlatformAdministrator);

        public AuditEvent Event { get; } = new("made-up.people-read", "Read");

        public string SubjectKind => "person";

        public Guid? SubjectId => null;

        public string? Purpose => null;
    }

    private sealed record BlindRead : Reading, IQuery<string>, IReadsPeople;

    private sealed class HostedOffender : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
