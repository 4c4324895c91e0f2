using System.Text;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Features.Staff.GiveList;
using Medway.LocalOffer.Register.Features.Staff.ShareByLaw;
using Medway.LocalOffer.Register.Features.Staff.ViewEntry;
using Medway.LocalOffer.Testing;
using Npgsql;

namespace Medway.LocalOffer.Register.Tests.Reading;

/// <summary>What a thief finds who copies the files of the database and has no key.</summary>
[Proves("register")]
public sealed class FilesTests(App app) : IClassFixture<App>
{
    /// <summary>Heap, indexes and write-ahead log, after a family has joined and an officer has used its entry.</summary>
    [Fact]
    public async Task Files_WithoutTheKeys_HoldNoNameAddressOrNeed()
    {
        var family = await Joined.JoinAsync(app, "Jqvz", app.Clock.Today().AddYears(-9).AddDays(-202));
        await app.DoAsync(new AskShareByLaw(family.EntryId, LegalGround.Safeguarding, "Jqvzteam", "Jqvzreason", IsHidden: false));

        // A list for the school that the family named, with the school's name on it.
        await app.DoAsync(new RecordEvidence(family.EntryId, EvidenceKind.BirthCertificate, app.Clock.Today(), HasProvedContact: true));
        await app.DoAsync(new PutLive(family.EntryId));
        await app.DoAsync(new GiveList("share-school", "Jqvzschool"));
        await using var owner = NpgsqlDataSource.Create(app.ConnectionString!);
        await using (var checkpoint = owner.CreateCommand("checkpoint"))
        {
            await checkpoint.ExecuteNonQueryAsync(Given.Now);
        }

        await using var where = owner.CreateCommand("select current_setting('data_directory')");
        var control = (await app.EntryAsync(family.EntryId)).Reference;

        // What people say instead of a name stands in plain words: what looks for the others would find it.
        Found((string)(await where.ExecuteScalarAsync(Given.Now))!, [control, "Jqvzreason", "Jqvzteam", .. family.OfTheChild.Where(word => !char.IsDigit(word[0])), .. family.OfTheParent, PostgresCluster.MasterKey])
            .ShouldBe([control]);
    }

    private static HashSet<string> Found(string folder, IReadOnlyList<string> texts)
    {
        HashSet<string> found = [];
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            byte[] bytes;
            try
            {
                bytes = File.ReadAllBytes(file);
            }
            catch (IOException)
            {
                // Another test has dropped its database in this moment.
                continue;
            }

            found.UnionWith(texts.Where(text => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0));
        }

        return found;
    }
}
