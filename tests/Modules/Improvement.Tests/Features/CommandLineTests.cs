using System.Globalization;
using Medway.LocalOffer.Cli;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Improvement.Tests.Features;

/// <summary><c>import plan</c>, <c>import kpi-figures</c> and <c>import ehc-timeliness</c> as they are typed, by the command line's own words and answers.</summary>
[Proves("improvement")]
public sealed class CommandLineTests(App app) : IClassFixture<App>
{
    private const string Head = "kind,reference,of,title,text,leads,due,impact,measures,governance,ambition,narrative,recurring,note\n";

    private const string Plan = Head
        + "plan,typed-plan,,A plan that was typed,,,,,,,,,,\n"
        + "area,1,,A made-up area,What is asked for,A role,,,,A board,,,,\n"
        + "action,T1.1,1,,What is done,A role,Feb 27,It changes,,,,,,\n"
        + "part,T1.1a,T1.1,,(a) The first,,2027-02,,,,,,,\n";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Plan_TriedThenLoadedThenLoadedAgain_SaysWhatItDid()
    {
        var before = await PartsAsync();

        (await TypeAsync("plan", Plan, "--dry-run")).ShouldBe((0, "Dry run, nothing was written. It would be: 4 rows, 4 added, 0 changed, 0 unchanged.", ""));
        (await PartsAsync()).ShouldBe(before);
        (await TypeAsync("plan", Plan)).ShouldBe((0, "4 rows, 4 added, 0 changed, 0 unchanged.", ""));
        (await PartsAsync()).ShouldBe(before + 1);
        (await TypeAsync("plan", Plan)).ShouldBe((0, "4 rows, 0 added, 0 changed, 4 unchanged.", ""));
        (await PartsAsync()).ShouldBe(before + 1);
    }

    [Theory]
    [InlineData("part,X1.1b,T1.1,,\"(b) The second\" and more,,2027-03,,,,,,,\n", "Line 6: There is text after a closing quote.")]
    [InlineData("part,X1.1b,T1.1,,(b) The second,,2027-03\n", "Line 6, impact: This line has 7 of 14 columns.")]
    [InlineData("part,X1.1b,T1.1,,(b) The second,,last March,,,,,,,\n", "Line 6, due: Write the month by which it is done, like 2026-12.")]
    [InlineData("part,X1.1b,T9.9,,(b) The second,,2027-03,,,,,,,\n", "Line 6, of: There is no action with this reference in the file.")]
    public async Task Plan_WithALineThatCannotBeRead_NamesLineAndColumn_AndLoadsNothing(string line, string said)
    {
        var before = await PartsAsync();

        var (code, output, errors) = await TypeAsync("plan", Plan.Replace("typed-plan", "never", StringComparison.Ordinal).Replace("T1.1a", "X1.1a", StringComparison.Ordinal) + line);

        (code, output).ShouldBe((1, ""));
        errors.ShouldContain(said);
        errors.ShouldContain("Nothing was changed: put them right and load the file again.");
        (await PartsAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("plan", "id,action,deadline\n1,Do it,2025-12\n", "id, action, deadline", "kind, reference, of, title")]
    [InlineData("kpi-figures", "kpi,month,num,den\nK08,2025-01,3,10\n", "kpi, month, num, den", "code, from, until, numerator, denominator, source")]
    public async Task File_WithLastYearsColumns_IsToldWhichTheyAre(string import, string file, string theirs, string ours)
    {
        var (code, _, errors) = await TypeAsync(import, file);

        code.ShouldBe(1);
        errors.ShouldStartWith($"Line 1: These are not the columns of this year’s form: it does not know {theirs}. They are {ours}");
    }

    [Fact]
    public async Task Figures_OfAPartnerAndOfTheDepartment_AreTriedAndLoaded()
    {
        var until = new DateOnly(app.Clock.Today().Year - 1, 12, 31);
        var partner = $"code,from,until,numerator,denominator,source\nK26,{until.AddDays(-30):yyyy-MM-dd},{until:yyyy-MM-dd},7,,A made-up system\n";
        var national = "time_period,geographic_level,la_name,plans_issued_den,plans_issued_within_20_weeks,plans_issued_den_ex,plans_issued_20_weeks_ex\n"
            + string.Create(CultureInfo.InvariantCulture, $"{until.Year - 1},Local authority,Medway,100,30,90,29\n");
        foreach (var (import, file, added) in new[] { ("kpi-figures", partner, 1), ("ehc-timeliness", national, 2) })
        {
            (await TypeAsync(import, file, "--dry-run")).Output.ShouldBe($"Dry run, nothing was written. It would be: 1 rows, {added} added, 0 changed, 0 unchanged.");
            (await TypeAsync(import, file)).Output.ShouldBe($"1 rows, {added} added, 0 changed, 0 unchanged.");
            (await TypeAsync(import, file)).Output.ShouldBe($"1 rows, 0 added, 0 changed, {added} unchanged.");
        }
    }

    [Fact]
    public async Task Words_ThatMakeNoSense_AreAnsweredWithWhatThereIs()
    {
        (await RunAsync("import", "plans", "nowhere.csv")).Errors.ShouldContain("There is no import 'plans'.");
        (await RunAsync("import", "plan", "nowhere.csv")).ShouldBe((2, "", "There is no file 'nowhere.csv'."));
    }

    private async Task<(int Code, string Output, string Errors)> TypeAsync(string import, string content, params string[] more)
    {
        var folder = Directory.CreateTempSubdirectory("lo-typed-");
        try
        {
            var file = Path.Combine(folder.FullName, "file.csv");
            await File.WriteAllTextAsync(file, content, Now);
            return await RunAsync(["import", import, file, .. more]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] words)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await new Commands(app.Services, output, errors).RunAsync(words, prepare: false);
        return (code, output.ToString().Trim(), errors.ToString().Trim());
    }

    private async Task<int> PartsAsync()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        return await scope.ServiceProvider.GetRequiredService<ImprovementDbContext>().Parts.CountAsync(Now);
    }
}
