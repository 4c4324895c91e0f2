using System.Net;
using System.Text;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.PlainWords;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features.Join.AnswerOldLetter;
using Medway.LocalOffer.Register.OldRegister;
using Medway.LocalOffer.Register.Reading;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Register.Tests.Features;

/// <summary>The old register comes over as unconfirmed, is written to in batches, and becomes confirmed by the family's own yes.</summary>
[Proves("register")]
public sealed class OldRegisterTests(App app) : IClassFixture<App>
{
    private const string Header = "number,given_name,family_name,birth_date,postcode,address,parent_given_name,parent_family_name,difficulties";

    private static int numbers;

    [Fact]
    public async Task File_IsTried_Loaded_WrittenTo_AndAYesMakesItAnApplication()
    {
        using var officer = await app.SignInAsAsync(Roles.RegisterOfficer);
        var (yes, no) = (Row("Yesling"), Row("Noling"));
        var file = $"{Header}\n{yes.Line}\n{no.Line}\n";

        var before = await OldAsync();
        var tried = await UploadAsync(officer, file, isTrial: true);
        tried.Status.ShouldBe(HttpStatusCode.OK);
        tried.MainText.ShouldContain("2 new");
        (await OldAsync()).ShouldBe(before, "a trial writes nothing");

        (await UploadAsync(officer, file, isTrial: false)).MainText.ShouldContain("It is loaded");
        (await UploadAsync(officer, file, isTrial: false)).MainText.ShouldContain("0 new, 2 as before");
        var (first, second) = (await EntryOfAsync(yes), await EntryOfAsync(no));
        first.State.ShouldBe(EntryState.Unconfirmed);
        (await CountedAsync(first.Id)).ShouldBeTrue("statistics count it");
        foreach (var purpose in ConsentPurpose.All)
        {
            (await app.MayAsync(purpose, first.ChildId)).ShouldBeFalse($"{purpose}");
        }

        var page = await officer.PageAsync("/staff/register/old");
        (await page.SubmitAsync(officer, "#make", ("Count", "x"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync(officer, "#make", ("Count", "10"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.SendMessagesAsync();
        (await CodesAsync()).ShouldBeEmpty("nothing leaves before a person lets it go");
        (await (await officer.PageAsync("/staff/register/old")).SubmitAsync(officer, "form[id^=release]")).MainText.ShouldContain("Somebody else has to look");
        using var colleague = await app.SignInAsAsync(Roles.RegisterOfficer);
        (await (await colleague.PageAsync("/staff/register/old")).SubmitAsync(colleague, "form[id^=release]")).Status.ShouldBe(HttpStatusCode.Redirect);
        var codes = await CodesAsync();
        new[] { first.Id, second.Id }.ShouldBeSubsetOf(codes.Keys);
        await app.SendMessagesAsync();
        (await app.AskedForAsync("register.old-entry")).ShouldAllBe(asked => asked.States.Count == 1 && asked.States[0] != "Held");

        using var family = app.CreateClient();
        foreach (var address in new[] { IndexModel.At, $"{IndexModel.At}?said=yes", $"{IndexModel.At}?said=no", "/join/register/return" })
        {
            PageWords.ReadingAgeOf((await family.PageAsync(address)).One("main")).Years.ShouldBeLessThanOrEqualTo(ReadingAge.OldestReader, address);
        }

        var wrong = await AnswerAsync(family, codes[first.Id], yes.Born.AddDays(1), "yes");
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.MainText.ShouldContain("do not go together");
        (await app.EntryAsync(first.Id)).State.ShouldBe(EntryState.Unconfirmed);

        (await AnswerAsync(family, codes[first.Id], yes.Born, "yes")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await AnswerAsync(family, codes[first.Id], yes.Born, "no")).Status.ShouldBe(HttpStatusCode.BadRequest, "a code answers once");
        (await AnswerAsync(family, codes[second.Id], no.Born, "no")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.EntryAsync(first.Id)).State.ShouldBe(EntryState.Received);
        (await app.EntryAsync(second.Id)).State.ShouldBe(EntryState.Left);
        (await app.MayAsync(ConsentPurpose.NewsByEmail, first.ChildId)).ShouldBeFalse("a yes to being on it is no yes to a use");

        var report = (await officer.PageAsync("/staff/register/old")).MainText;
        report.ShouldMatch(@"Said yes\s*1");
        report.ShouldMatch(@"Said no, and left\s*1");
        report.ShouldMatch($@"Taken over\s*{await OldAsync()}");
    }

    [Theory]
    [InlineData("", "number", "Write the number")]
    [InlineData("birth_date=", "birth_date", "There is no birth date")]
    [InlineData("birth_date=2090-01-01", "birth_date", "is in the future")]
    [InlineData("birth_date=1980-01-01", "birth_date", "people under 25")]
    [InlineData("birth_date=soon", "birth_date", "This is no date")]
    [InlineData("postcode=TN1 1AA", "postcode", "not in Medway")]
    [InlineData("given_name=2015", "given_name", "digits in this name")]
    [InlineData("difficulties=FLU", "difficulties", "Write codes")]
    [InlineData("parent_given_name=", "parent_given_name", "Write the name")]
    public async Task BadLine_IsNamedByLineAndColumn_NothingIsLoaded_AndNoNameIsRepeated(string change, string column, string words)
    {
        var (good, bad) = (Row("Goodling"), Row("Badling"));
        var report = await LoadAsync($"{Header}\n{good.Line}\n{Changed(bad, change)}\n");
        var problem = report.Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Column).ShouldBe((3, column));
        problem.Message.ShouldContain(words);
        problem.Message.ShouldNotContain("Badling");
        (await NamedAsync(good)).ShouldBeEmpty();
    }

    [Fact]
    public async Task SameChildTwice_MovedColumn_AndAColumnWeDoNotKnow_AreSaidInWords()
    {
        var (one, other) = (Row("Twinling"), Row("Otherling"));
        (await LoadAsync($"{Header}\n{one.Line}\n{one.Line.Replace(one.Number, other.Number, StringComparison.Ordinal)}\n")).Problems.ShouldHaveSingleItem().Message.ShouldContain("stands on line 2 too");

        var moved = await LoadAsync($"{Header}\n{Moved(one)}\n{Moved(other)}\n");
        moved.Problems.ShouldContain(problem => problem.Line == 1 && problem.Column == "birth_date" && problem.Message.Contains("Has the column moved?", StringComparison.Ordinal));
        moved.Problems.ShouldAllBe(problem => problem.Line == 1);

        (await LoadAsync($"{Header},nhs_number\n{one.Line},1\n")).Problems.ShouldHaveSingleItem().Message.ShouldContain("We do not take this column over");
        (await LoadAsync("given_name\nx\n")).Problems.ShouldContain(problem => problem.Message.Contains("There is no column birth_date", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ChildWhoIsOnTheRegister_IsLeftOut_AndTheLineIsNamed()
    {
        var row = Row("Knownling");
        (await LoadAsync($"{Header}\n{row.Line}\n")).Added.ShouldBe(1);
        var again = await LoadAsync($"{Header}\n{row.Line.Replace(row.Number, Row("x").Number, StringComparison.Ordinal)}\n");
        again.Problems.ShouldBeEmpty();
        (again.Added, again.Unchanged).ShouldBe((0, 1));
        again.Notes.ShouldHaveSingleItem().Line.ShouldBe(2);
    }

    [Fact]
    public async Task ErasedChild_DoesNotComeBackWithAnOldFile()
    {
        var row = Row("Erasedling");
        (await LoadAsync($"{Header}\n{row.Line}\n")).Added.ShouldBe(1);
        var child = (await EntryOfAsync(row)).ChildId;
        await EraseAsync(child);

        var again = await LoadAsync($"{Header}\n{row.Line.Replace(row.Number, Row("x").Number, StringComparison.Ordinal)}\n");
        again.Problems.ShouldHaveSingleItem().Message.ShouldContain("was erased");
        again.Added.ShouldBe(0);
    }

    private async Task EraseAsync(Guid person)
    {
        using var asker = await app.SignInAsAsync(Roles.TeamManager);
        using var second = await app.SignInAsAsync(Roles.DataProtectionOfficer);
        await (await asker.PageAsync($"/staff/people/{person}/data")).SubmitAsync(asker, "form[action$='Ask']", ("Reason", "Asked by letter"));
        var address = (await asker.PageAsync($"/staff/people/{person}/data")).One("a[href*='/erasures/']").GetAttribute("href")!;
        (await (await second.PageAsync(address)).SubmitAsync(second, "main form[method=post]", ("Decision", "yes"), ("Reason", "Nothing keeps it"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<Page> UploadAsync(HttpClient officer, string file, bool isTrial)
    {
        var form = await officer.PageAsync("/staff/register/import");
        using var sent = new MultipartFormDataContent
        {
            { new StringContent(form.One("main form input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "Upload", "old.csv" },
        };
        return await Page.ReadAsync(await officer.PostAsync(new Uri("/staff/register/import" + (isTrial ? "" : "?handler=Load"), UriKind.Relative), sent));
    }

    /// <summary>As the command line does.</summary>
    private async Task<ImportReport> LoadAsync(string file)
    {
        await using var scope = app.Scope();
        var import = scope.ServiceProvider.GetServices<IImport>().Single(one => one.Name == OldRegisterImport.ImportName);
        return await scope.ServiceProvider.GetRequiredService<ImportRuns>().RunAsync(import, new ImportFile("old.csv", Encoding.UTF8.GetBytes(file)), dryRun: false, Given.Now);
    }

    private static async Task<Page> AnswerAsync(HttpClient family, string code, DateOnly born, string answer) =>
        await family.FillInAsync(IndexModel.At, [("Code", code), .. Given.Date("BornOn", born), ("Answer", answer)]);

    private Task<int> OldAsync() => app.AskAsync<RegisterDbContext, int>(context => context.OldEntries.CountAsync(Given.Now));

    private Task<IReadOnlyList<Guid>> NamedAsync(OldLine row) => app.AskAsync<INewPeople, IReadOnlyList<Guid>>(people => people.NamedAsync(row.Given, row.Family, row.Born, Given.Now));

    private async Task<RegisterEntry> EntryOfAsync(OldLine row)
    {
        var child = (await NamedAsync(row)).ShouldHaveSingleItem();
        return await app.AskAsync<RegisterReader, RegisterEntry>(reader => reader.For(PublicTask.KeepTheRegister).AsNoTracking().SingleAsync(entry => entry.ChildId == child, Given.Now));
    }

    private Task<bool> CountedAsync(Guid entry) => app.AskAsync<RegisterReader, bool>(reader => reader.For(PublicTask.PlanServices).AnyAsync(one => one.Id == entry, Given.Now));

    /// <summary>The codes of the letters that were asked for, by entry.</summary>
    private async Task<Dictionary<Guid, string>> CodesAsync() =>
        (await app.AskedForAsync("register.old-entry")).ToDictionary(asked => Guid.Parse(asked.Key.Split(' ')[1]), asked => asked.Values["code"]);

    private static OldLine Row(string family)
    {
        var number = Interlocked.Increment(ref numbers);
        var born = new DateOnly(2015, 1, 1).AddDays(number);
        return new OldLine($"OLD-{number}", "Robin", family, born, $"OLD-{number},Robin,{family},{born:yyyy-MM-dd},ME4 9ZZ,\"{number} Old Street, Sampletown\",Lee,{family},MOB;PC");
    }

    private static string Changed(OldLine row, string change)
    {
        var columns = Header.Split(',');
        var cells = new[] { row.Number, row.Given, row.Family, $"{row.Born:yyyy-MM-dd}", "ME4 9ZZ", "\"1 Old Street, Sampletown\"", "Lee", row.Family, "MOB" };
        var (column, value) = change.Split('=') is [var name, var text] ? (name, text) : ("number", "");
        cells[Array.IndexOf(columns, column)] = value;
        return string.Join(',', cells);
    }

    /// <summary>Somebody took a column out, and left its name.</summary>
    private static string Moved(OldLine row) => $"{row.Number},{row.Family},{row.Born:yyyy-MM-dd},ME4 9ZZ,\"1 Old Street, Sampletown\",Lee,{row.Family},MOB,";

    private sealed record OldLine(string Number, string Given, string Family, DateOnly Born, string Line);
}
