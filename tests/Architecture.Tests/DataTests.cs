using Medway.LocalOffer.Architecture.Tests.Rules;
using Medway.LocalOffer.Architecture.Tests.Tree;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Testing;
using Medway.LocalOffer.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Architecture.Tests;

public sealed class DataTests : IDisposable
{
    private const string Nowhere = "Host=/nowhere;Database=none;Username=owner";

    private readonly WebApplication host = Host();

    public void Dispose() => ((IDisposable)host).Dispose();

    [Fact]
    public void Contexts_OwnOneSchema()
    {
        using var scope = host.Services.CreateScope();
        Contexts(scope).SelectMany(found => SchemaRule.Offences(found.Schema, found.Context)).ShouldBeEmpty();
    }

    [Fact]
    public void Contexts_MakeEachTableOnce()
    {
        using var scope = host.Services.CreateScope();
        SchemaRule.OffencesTogether([.. Contexts(scope).Select(found => found.Context)]).ShouldBeEmpty();
    }

    [Fact]
    public void Contexts_ReachTheAuditTrail()
    {
        using var scope = host.Services.CreateScope();
        var audited = Modules.All.Where(module => module.AuditEvents.Count > 0).Select(module => module.Name);
        Contexts(scope).Where(found => audited.Contains(found.Schema)).SelectMany(found => TransactionRule.Offences(found.Context)).ShouldBeEmpty();
    }

    [Fact]
    [Proves("accounts")]
    public void Contexts_SayTheClassOfEveryField()
    {
        using var scope = host.Services.CreateScope();
        Contexts(scope).SelectMany(found => FieldClassRule.Offences(found.Schema, found.Context)).ShouldBeEmpty();
    }

    [Fact]
    public void Contexts_BelongToAModule() => Homeless(
        SourceTree.Assemblies(ProjectKind.Platform, ProjectKind.PlatformWeb, ProjectKind.Module, ProjectKind.Host).SelectMany(assembly => assembly.GetTypes())).ShouldBeEmpty();

    [Fact]
    public void Contexts_AreFound()
    {
        using var scope = host.Services.CreateScope();
        Contexts(scope).Count.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Schema_GoesRed()
    {
        using var offender = new OffendingContext();

        var offences = SchemaRule.Offences("here", offender).ToList();

        offences.ShouldContain("OffendingContext makes elsewhere.Neighbours: it owns only schema here");
        offences.ShouldContain("OffendingContext: Thing refers to Neighbour in another schema");
        offences.ShouldContain(offence => offence.StartsWith("OffendingContext keeps its history in", StringComparison.Ordinal));
        offences.ShouldContain(offence => offence.StartsWith("OffendingContext has changes without a migration", StringComparison.Ordinal));
    }

    [Fact]
    public void Together_GoesRed()
    {
        using var one = new OffendingContext();
        using var another = new OffendingContext();
        using var onlyMaps = new MappingContext();

        SchemaRule.OffencesTogether([one, another]).ShouldContain("here.Things is made by 2 contexts");
        SchemaRule.OffencesTogether([onlyMaps]).ShouldHaveSingleItem().ShouldBe("here.Things is made by 0 contexts");
    }

    [Fact]
    public void AuditTrail_GoesRed()
    {
        using var offender = new OffendingContext();
        TransactionRule.Offences(offender).ShouldHaveSingleItem();
    }

    [Fact]
    [Proves("accounts")]
    public void FieldClass_GoesRed()
    {
        using var offender = new PeopleKeepingContext();

        FieldClassRule.Offences("ehcp", offender).Select(offence => offence.Split(' ')[1]).Order().ShouldBe(
            ["Kept.ContactEmail", "Kept.HomeAddress", "Kept.Nothing", "Kept.Surname"]);
        FieldClassRule.Offences("accounts", offender).Select(offence => offence.Split(' ')[1]).Order().ShouldBe(
            ["Kept.HomeAddress", "Kept.Nothing", "Kept.Surname"]);
        FieldClassRule.Offences("people", offender).ShouldHaveSingleItem().ShouldContain("Kept.Nothing has no field class");
    }

    [Theory]
    [InlineData("FirstName", true)]
    [InlineData("ChildNameAsWritten", true)]
    [InlineData("EMail", true)]
    [InlineData("Address2", true)]
    [InlineData("MobilePhone", true)]
    [InlineData("KnownAs", true)]
    [InlineData("Name", false)]
    [InlineData("FileName", false)]
    [InlineData("IPAddress", false)]
    [InlineData("EmailConfirmed", false)]
    [InlineData("EmailIndex", false)]
    [InlineData("Addressed", false)]
    public void FieldClass_KnowsAPersonsFields(string property, bool expected) => FieldClassRule.MeansAPerson(property).ShouldBe(expected);

    [Fact]
    public void Homeless_GoesRed() => Homeless([typeof(OffendingContext)]).ShouldHaveSingleItem();

    private static IEnumerable<string> Homeless(IEnumerable<Type> types) => types
        .Where(type => !type.IsAbstract && typeof(DbContext).IsAssignableFrom(type) && Modules.All.All(module => module.DbContext != type))
        .Select(type => $"{type.FullName} is the DbContext of no module: nobody would migrate it");

    private static List<(string Schema, DbContext Context)> Contexts(IServiceScope scope) =>
    [
        .. from module in Modules.All
           let type = module.DbContext
           where type is not null
           select (module.Name, (DbContext)scope.ServiceProvider.GetRequiredService(type)),
    ];

    /// <summary>The host's own services; no rule here opens a connection.</summary>
    private static WebApplication Host()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration["ConnectionStrings:LocalOffer"] = Nowhere;
        builder.AddLocalOffer();
        return builder.Build();
    }

    private sealed class OffendingContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseNpgsql(Nowhere);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Thing>().ToTable("Things", "here").HasOne<Neighbour>().WithMany().HasForeignKey(thing => thing.NeighbourId);
            modelBuilder.Entity<Neighbour>().ToTable("Neighbours", "elsewhere");
        }
    }

    private sealed class MappingContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseNpgsql(Nowhere);

        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<Thing>().ToTable("Things", "here", table => table.ExcludeFromMigrations());
    }

    private sealed class PeopleKeepingContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseNpgsql(Nowhere);

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Kept>();
    }

    private sealed class Kept
    {
        [FieldClass(FieldClass.Staff)]
        public int Id { get; set; }

        public string Nothing { get; set; } = "";

        [FieldClass(FieldClass.Personal)]
        public string Surname { get; set; } = "";

        [FieldClass(FieldClass.Safety)]
        public string HomeAddress { get; set; } = "";

        [FieldClass(FieldClass.Staff)]
        public string ContactEmail { get; set; } = "";

        [FieldClass(FieldClass.Public)]
        public string Phone { get; set; } = "";
    }

    private sealed class Thing
    {
        public int Id { get; set; }

        public int NeighbourId { get; set; }
    }

    private sealed class Neighbour
    {
        public int Id { get; set; }
    }
}
