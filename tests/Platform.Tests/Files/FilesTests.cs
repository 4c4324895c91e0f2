using System.Text;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Files;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Tests.Protection;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class FilesTests(PostgresCluster cluster)
{
    private const string Marker = "SPELLED-OUT-IN-THE-FILE";
    private const string Everything = "select coalesce(string_agg(encode(coalesce(public_content, staff_content, personal_content, special_content, safety_content), 'escape'), ''), '') from platform.file_chunks";

    private static readonly FileRules Letters = new("things.letter", FieldClass.Special, FileTypes.Documents);
    private static readonly FileRules Leaflets = new("things.leaflet", FieldClass.Public, FileTypes.Documents);

    [Fact]
    public async Task Add_LargeFile_ComesBackAsItWas()
    {
        await using var app = await TestApp.StartAsync(cluster);
        var content = Pdf(300_000);

        var file = (await AddAsync(app, Letters, "C:\\My files\\letter to Sam.pdf", content)).Value;

        (file.Name, file.Type, file.Size, file.ScannedAt).ShouldBe(("letter to Sam.pdf", FileTypes.Pdf, content.Length, null));
        (await ReadAsync(app, Letters.Kind, file.Id)).ShouldBe(content);
        (await app.AskAsync<long>("select count(*) from platform.file_chunks")).ShouldBe(5);
        await using var scope = app.Scope();
        var files = scope.ServiceProvider.GetRequiredService<IFiles>();
        (await files.FindAsync("things.other", file.Id, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await files.RemoveAsync("things.other", file.Id, TestContext.Current.CancellationToken)).ShouldBeFalse();
        (await files.RemoveAsync(Letters.Kind, file.Id, TestContext.Current.CancellationToken)).ShouldBeTrue();
        (await app.AskAsync<long>("select count(*) from platform.file_chunks")).ShouldBe(0);
    }

    [Fact]
    public async Task Add_ClassSpecial_LeavesNoWordOfItInTheDatabase()
    {
        await using var app = await TestApp.StartAsync(cluster);
        await AddAsync(app, Letters, $"{Marker}.pdf", Pdf(1000));
        (await app.AskAsync<string>(Everything)).ShouldNotContain(Marker);
        (await app.AskAsync<string>("select encode(name, 'escape') from platform.files")).ShouldNotContain(Marker);

        // The control: what is public stands there to read.
        await AddAsync(app, Leaflets, "leaflet.pdf", Pdf(1000));
        (await app.AskAsync<string>(Everything)).ShouldContain(Marker);
    }

    [Fact]
    public async Task PublicLogin_ReadsPublicFiles_AndDoesNotLearnOfOthers()
    {
        await using var app = await TestApp.StartAsync(cluster);
        var leaflet = (await AddAsync(app, Leaflets, "leaflet.pdf", Pdf(100_000))).Value;
        var letter = (await AddAsync(app, Letters, "letter.pdf", Pdf(1000))).Value;

        (await ReadAsync(app, Leaflets.Kind, leaflet.Id, DatabaseLogin.Public)).ShouldBe(Pdf(100_000));
        await using var scope = app.Scope(DatabaseLogin.Public);
        (await scope.ServiceProvider.GetRequiredService<IFiles>().FindAsync(Letters.Kind, letter.Id, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await app.AskAsync<long>("select count(*) from platform.files", DatabaseLogin.Public)).ShouldBe(1);
        (await app.AskAsync<long>($"select count(*) from platform.file_chunks where file_id = '{letter.Id}'", DatabaseLogin.Public)).ShouldBe(0);
        (await app.AskAsync<long>($"select count(*) from platform.file_chunks where file_id = '{letter.Id}'")).ShouldBe(1);
    }

    [Fact]
    public async Task CopyTo_ChunksThatSomebodyChanged_LetsNothingBrokenOut()
    {
        await using var app = await TestApp.StartAsync(cluster);
        var file = (await AddAsync(app, Leaflets, "leaflet.pdf", Pdf(100_000))).Value;
        await app.SqlAsync("update platform.file_chunks set public_content = overlay(public_content placing 'x'::bytea from 100) where number = 1");

        await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(app, Leaflets.Kind, file.Id));
        await app.SqlAsync("delete from platform.file_chunks where number = 1");
        await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(app, Leaflets.Kind, file.Id));
    }

    [Fact]
    public async Task Add_WhatIsNotTaken_IsRefusedInWordsAndNotKept()
    {
        await using var app = await TestApp.StartAsync(cluster);
        foreach (var (content, complaint) in new (byte[], string)[]
        {
            ([], "This file is empty"),
            (new byte[IFiles.LargestFile + 1], "20 MB is the most"),
            ([0x4D, 0x5A, 0x90, 0x00, 0x03], "We cannot take this kind of file. Choose one of these: PDF, Word document"),
            ("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "We cannot take"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4, 5, 6, 7, 8], "We cannot take"),
        })
        {
            var outcome = await AddAsync(app, Letters, "letter.pdf", content);
            outcome.Kind.ShouldBe(OutcomeKind.Invalid);
            outcome.Errors.ShouldHaveSingleItem().Message.ShouldContain(complaint);
            outcome.Errors[0].Field.ShouldBe("File");
        }

        (await app.AskAsync<long>("select count(*) from platform.files")).ShouldBe(0);
    }

    [Theory]
    [InlineData("photo.exe", "photo.exe.txt")]
    [InlineData("../../etc/passwd", "passwd.txt")]
    [InlineData("  \u0001\"<>  ", "file.txt")]
    [InlineData("notes.TXT", "notes.TXT")]
    public async Task Add_AnyName_IsMadeHarmless(string name, string expected)
    {
        await using var app = await TestApp.StartAsync(cluster);

        (await AddAsync(app, Letters, name, "Some words."u8.ToArray())).Value.Name.ShouldBe(expected);
        (await AddAsync(app, Letters, new string('n', 5000), "Some words."u8.ToArray())).Value.Name.Length.ShouldBe(IFiles.LongestName);
    }

    [Theory]
    [InlineData(ScanResult.Harmful, "something harmful")]
    [InlineData(ScanResult.NotDone, "cannot check files for safety right now")]
    [InlineData(ScanResult.Clean, null)]
    public async Task Add_Scanner_DecidesWhetherItIsKept(ScanResult result, string? complaint)
    {
        await using var app = await TestApp.StartAsync(cluster, services => services.AddSingleton<IFileScanner>(new FixedScanner(result)));

        var outcome = await AddAsync(app, Letters, "letter.pdf", Pdf(1000));

        outcome.IsOk.ShouldBe(complaint is null);
        (await app.AskAsync<long>("select count(*) from platform.files where scanned_at is not null")).ShouldBe(complaint is null ? 1 : 0);
        if (complaint is not null)
        {
            outcome.Errors[0].Message.ShouldContain(complaint);
        }
    }

    [Fact]
    public async Task KeysRotated_FileIsEncryptedAgainAndStillReads()
    {
        await using var app = await TestApp.StartAsync(cluster);
        var file = (await AddAsync(app, Letters, "letter.pdf", Pdf(100_000))).Value;
        const string used = "select count(distinct substring(special_content from 1 for 5)) || ' ' || max(encode(substring(special_content from 1 for 5), 'hex')) from platform.file_chunks";
        var before = await app.AskAsync<string>(used);
        await app.RotateAsync(KeyUse.Special);
        await using (var scope = app.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ReencryptJob>().RunAsync(new(Guid.CreateVersion7(), ReencryptJob.Kind, null, "{}", 1), TestContext.Current.CancellationToken);
        }

        (await app.AskAsync<string>(used)).ShouldNotBe(before);
        (await ReadAsync(app, Letters.Kind, file.Id)).ShouldBe(Pdf(100_000));
    }

    private static async Task<Outcome<FileDetails>> AddAsync(TestApp app, FileRules rules, string name, byte[] content)
    {
        await using var scope = app.Scope();
        using var stream = new MemoryStream(content);
        return await scope.ServiceProvider.GetRequiredService<IFiles>().AddAsync(rules, name, stream, TestContext.Current.CancellationToken);
    }

    private static async Task<byte[]> ReadAsync(TestApp app, string kind, Guid id, DatabaseLogin login = DatabaseLogin.Private)
    {
        await using var scope = app.Scope(login);
        var files = scope.ServiceProvider.GetRequiredService<IFiles>();
        using var copy = new MemoryStream();
        await files.CopyToAsync((await files.FindAsync(kind, id, TestContext.Current.CancellationToken))!, copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }

    private static byte[] Pdf(int size)
    {
        var content = new byte[size];
        for (var i = 0; i < size; i++)
        {
            content[i] = (byte)(i % 251);
        }

        Encoding.ASCII.GetBytes($"%PDF-1.7 {Marker}").CopyTo(content, 0);
        return content;
    }

    private sealed class FixedScanner(ScanResult result) : IFileScanner
    {
        public async Task<ScanResult> ScanAsync(Stream content, CancellationToken cancellationToken)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken);
            return result;
        }
    }
}
