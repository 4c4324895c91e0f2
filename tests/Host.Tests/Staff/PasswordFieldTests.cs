using System.Text.RegularExpressions;
using Medway.LocalOffer.Platform.Web.KeptForms;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests.Staff;

/// <summary>A form that comes too late is stored, and its field's name is what keeps a password out of that.</summary>
public sealed class PasswordFieldTests
{
    /// <summary>The partial prints the name that its page gives it.</summary>
    private const string Partial = "_Password.cshtml";

    [Fact]
    public void Name_OfEveryPasswordField_IsOneThatIsNeverKept()
    {
        var pages = new[] { "src", "themes" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder), "*.cshtml", SearchOption.AllDirectories))
            .Where(file => Path.GetFileName(file) != Partial);
        var names = pages.Select(File.ReadAllText).SelectMany(NamesIn).ToList();

        names.ShouldContain("Password");
        names.ShouldContain("CurrentPassword");
        names.Where(KeptFormReading.MayBeKept).ShouldBeEmpty();

        // Positive control: another name would be kept.
        KeptFormReading.MayBeKept("Current").ShouldBeTrue();
    }

    [Fact]
    public void NamesIn_EveryWayToAskForAPassword_FindsItsName() => NamesIn(
        """
        <partial name="_Password" model='new PasswordField("First", "Words", "new-password")' />
        <input type="password" name="Second"><text-field for="Third" label="Words" type="password" /><input type="text" name="Other">
        """).ShouldBe(["First", "Second", "Third"]);

    private static IEnumerable<string> NamesIn(string page) =>
        Regex.Matches(page, @"new PasswordField\(\s*""([^""]+)""").Select(match => match.Groups[1].Value)
            .Concat(Regex.Matches(page, @"<[^>]*\btype=""password""[^>]*>")
                .Select(match => Regex.Match(match.Value, @"\b(?:name|for)=""([^""]*)""").Groups[1].Value));
}
