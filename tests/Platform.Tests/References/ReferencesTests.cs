using static Medway.LocalOffer.Platform.References.References;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class ReferencesTests
{
    private const string Signs = "2346789CDFGHJKMNPQRTVWX";

    [Fact]
    public void New_Thousand_LookRight_ReadBack_AndDiffer()
    {
        var made = Enumerable.Range(0, 1000).Select(_ => New("EHC")).ToList();

        made.ShouldAllBe(reference => System.Text.RegularExpressions.Regex.IsMatch(reference, $"^EHC-[{Signs}]{{4}}-[{Signs}]{{2}}$"));
        made.ShouldAllBe(reference => Read("EHC", reference) == reference);
        made.Distinct().Count().ShouldBeGreaterThan(995);
    }

    [Fact]
    public void Read_AnyOneSignWrong_OrTwoNeighboursSwapped_IsRefused()
    {
        for (var i = 0; i < 20; i++)
        {
            var signs = New("EHC")[4..].Replace("-", "", StringComparison.Ordinal);
            for (var place = 0; place < signs.Length; place++)
            {
                foreach (var other in Signs.Where(other => other != signs[place]))
                {
                    Read("EHC", signs[..place] + other + signs[(place + 1)..]).ShouldBeNull();
                }

                if (place > 0 && signs[place] != signs[place - 1])
                {
                    Read("EHC", signs[..(place - 1)] + signs[place] + signs[place - 1] + signs[(place + 1)..]).ShouldBeNull();
                }
            }
        }
    }

    [Fact]
    public void Read_AsPeopleType_IsUnderstood()
    {
        var reference = New("EHC");
        var signs = reference[4..].Replace("-", "", StringComparison.Ordinal);

        foreach (var typed in new[] { reference.ToLowerInvariant(), $"  ehc {signs} ", signs, $"EHC{signs}", reference.Replace('-', '–'), reference.Replace('-', '/') })
        {
            Read("EHC", typed).ShouldBe(reference, typed);
        }

        Read("REG", reference).ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("EHC-")]
    [InlineData("EHC-OIL1-BS")]
    [InlineData("EHC-7F3K-2QQ")]
    [InlineData("😀😀😀😀😀😀")]
    public void Read_Nonsense_IsNull(string? typed) => Read("EHC", typed).ShouldBeNull();

    [Theory]
    [InlineData("E")]
    [InlineData("EHC-")]
    [InlineData("ehc")]
    public void New_PrefixThatIsNone_IsABug(string prefix) => Should.Throw<ArgumentException>(() => New(prefix));
}
