using System.Net;
using System.Text;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features.Join.AnswerOldLetter;
using Medway.LocalOffer.Register.OldRegister;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Register.Tests.Features;

/// <summary>Families of the old register who did not answer are asked once more, and nobody is written to at an address that must stay secret.</summary>
[Proves("register")]
public sealed class OldReminderTests(App app) : IClassFixture<App>
{
    private const string At = "/staff/register/old";

    [Fact]
    public async Task SecondLetter_GoesToWhoDidNotAnswer_NotToWhoseAddressIsSecretByNow_AndTheReportCountsIt()
    {
        app.Clock.StandAt(UkTime.StartOf(app.Clock.Today()).AddHours(10));
        var born = new DateOnly(2015, 3, 1);
        string[] families = ["Silentling", "Answerling", "Hiddenling"];
        await LoadAsync("number,given_name,family_name,birth_date,postcode,address,parent_given_name,parent_family_name\n" + string.Concat(
            families.Select((family, number) => $"R-{number},Robin,{family},{born.AddDays(number):yyyy-MM-dd},ME4 9ZZ,\"{number + 1} Old Street, Sampletown\",Lee,{family}\n")));
        await LettersAsync("first");
        var codes = await CodesAsync("register-old-entry");
        codes.Count.ShouldBe(3);
        var (silent, hidden) = (await ChildAsync("Silentling", born), await ChildAsync("Hiddenling", born.AddDays(2)));
        using var visitor = app.CreateClient();
        (await AnswerAsync(visitor, codes[await EntryAsync(await ChildAsync("Answerling", born.AddDays(1)))], born.AddDays(1), "no")).ShouldBe(HttpStatusCode.Redirect);
        using (var early = await app.SignInAsAsync(Roles.RegisterOfficer))
        {
            (await (await early.PageAsync(At)).SubmitAsync(early, "#make", ("Which", "second"), ("Count", "10"))).MainText.ShouldContain("nobody left to write to now");
        }

        app.Clock.StandAt(UkTime.StartOf(app.Clock.Today().AddDays(29)).AddHours(10));
        await app.RestrictAsync(hidden, HeldReason.ConfidentialAddress);
        await LettersAsync("second");
        var reminders = await CodesAsync("register-old-reminder");
        reminders.Keys.ShouldBe([await EntryAsync(silent)]);

        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        var report = (await officer.PageAsync(At)).MainText;
        report.ShouldMatch(@"Written to\s*3");
        report.ShouldMatch(@"Written to a second time\s*1");
        report.ShouldMatch(@"Can be written to a second time now\s*0");
        report.ShouldMatch(@"Held back: ask the duty manager\s*1");
        report.ShouldMatch(@"Have time to answer\s*1");

        // The first letter may still lie on the table.
        (await AnswerAsync(visitor, codes[await EntryAsync(silent)], born, "yes")).ShouldBe(HttpStatusCode.Redirect);
        (await AnswerAsync(visitor, reminders[await EntryAsync(silent)], born, "no")).ShouldBe(HttpStatusCode.BadRequest, "one answer is enough");
    }

    /// <summary>One officer puts them together, another lets them go.</summary>
    private async Task LettersAsync(string which)
    {
        using var one = await app.SignInAsAsync(Roles.RegisterOfficer);
        using var other = await app.SignInAsAsync(Roles.RegisterOfficer);
        (await (await one.PageAsync(At)).SubmitAsync(one, "#make", ("Which", which), ("Count", "10"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await other.PageAsync(At)).SubmitAsync(other, "form[id^=release]")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    private async Task LoadAsync(string file)
    {
        await using var scope = app.Scope();
        var import = scope.ServiceProvider.GetServices<IImport>().Single(one => one.Name == OldRegisterImport.ImportName);
        var report = await scope.ServiceProvider.GetRequiredService<ImportRuns>().RunAsync(import, new ImportFile("old.csv", Encoding.UTF8.GetBytes(file)), dryRun: false, Given.Now);
        report.Problems.ShouldBeEmpty();
    }

    private static async Task<HttpStatusCode> AnswerAsync(HttpClient visitor, string code, DateOnly born, string answer) =>
        (await visitor.FillInAsync(IndexModel.At, [("Code", code), .. Given.Date("BornOn", born), ("Answer", answer)])).Status;

    private async Task<Guid> ChildAsync(string family, DateOnly born) =>
        (await app.AskAsync<INewPeople, IReadOnlyList<Guid>>(people => people.NamedAsync("Robin", family, born, Given.Now))).ShouldHaveSingleItem();

    private Task<Guid> EntryAsync(Guid child) =>
        app.AskAsync<RegisterReader, Guid>(reader => reader.For(PublicTask.KeepTheRegister).Where(entry => entry.ChildId == child).Select(entry => entry.Id).SingleAsync(Given.Now));

    private async Task<Dictionary<Guid, string>> CodesAsync(string letter) =>
        (await app.AskedForAsync("register.old-entry")).Where(asked => asked.Key.StartsWith(letter, StringComparison.Ordinal)).ToDictionary(asked => Guid.Parse(asked.Key.Split(' ')[1]), asked => asked.Values["code"]);
}
