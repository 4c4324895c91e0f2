using System.Text;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class CsvTableTests
{
    [Fact]
    public void Read_GoodFile_GivesTrimmedCellsByName()
    {
        var content = Read("name, Age \r\n\" Ann, of \"\"X\"\" \",4\r\n\r\n,,\r\nBo,5\r\n", "name", "age");

        content.Problems.ShouldBeEmpty();
        content.Rows.Select(row => (row.Line, row["name"], row["age"], row["other"]))
            .ShouldBe([(2, "Ann, of \"X\"", "4", ""), (5, "Bo", "5", "")]);
    }

    [Fact]
    public void Read_LineBreakInACell_CountsPhysicalLines()
    {
        var content = Read("a,b\n\"one\ntwo\",x\ny,z\n");

        content.Rows.Select(row => row.Line).ShouldBe([2, 4]);
        content.Rows[0]["a"].ShouldBe("one\ntwo");
    }

    [Fact]
    public void Read_FormulaCells_KeepTheirText() =>
        Read("a,b\n=1+1,+44 1634 000000\n").Rows[0]["a"].ShouldBe("=1+1");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_Utf8_ReadsAccents(bool mark)
    {
        byte[] bytes = [.. mark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes("a\nCafé – £5\n")];

        CsvTable.Read(new ImportFile("x.csv", bytes), "a").Rows[0]["a"].ShouldBe("Café – £5");
    }

    [Fact]
    public void Read_Windows1252_ReadsAccents() =>
        CsvTable.Read(new ImportFile("x.csv", [(byte)'a', 10, (byte)'C', (byte)'a', (byte)'f', 0xE9, 0x20, 0x96, 0x20, 0xA3, (byte)'5'])).Rows[0]["a"]
            .ShouldBe("Café – £5");

    [Theory]
    [InlineData("", 1, "", "The file is empty.")]
    [InlineData(" \r\n\r\n", 1, "", "The file is empty.")]
    [InlineData("a,b\n1\n", 2, "b", "This line has 1 of 2 columns.")]
    [InlineData("a,b\n1,2\n1,2,3\n", 3, "", "This line has more than 2 columns.")]
    [InlineData("a,b,A\n1,2,3\n", 1, "A", "Two columns are called A.")]
    [InlineData("b\n1\n", 1, "a", "There is no column a.")]
    [InlineData("a,,b\n1,2,3\n", 2, "", "Column 2 holds something")]
    [InlineData("a,b\n1,\"open\n2,3\n4,5\n", 2, "", "A quote that opens on this line is never closed")]
    [InlineData("a,b\n1,\"x\"y\n", 2, "", "There is text after a closing quote.")]
    [InlineData("a,b\n1,5\" pipe\n", 2, "", "There is a quote in the middle of a cell.")]
    [InlineData("a\nx\0y\n", 1, "", "This is not a CSV file")]
    public void Read_BadFile_SaysWhatAndWhere(string text, int line, string column, string start)
    {
        var problem = Read(text, "a").Problems.Single();

        problem.Line.ShouldBe(line);
        problem.Column.ShouldBe(column);
        problem.Message.ShouldStartWith(start);
    }

    [Fact]
    public void Read_SeveralBadLines_NamesEachAndKeepsTheGoodOnes()
    {
        var content = Read("a,b\n1\n1,2\n5\" x,2\n3,4\n7,8,9\n");

        content.Problems.Select(problem => problem.Line).ShouldBe([2, 4, 6]);
        content.Rows.Select(row => row.Line).ShouldBe([3, 5]);
    }

    [Fact]
    public void Read_UnreadableHeader_TakesNoRowForIt()
    {
        var content = Read("a\"x,b\n1,2\n3,4\n", "a");

        content.Rows.ShouldBeEmpty();
        content.Problems.Single().Line.ShouldBe(1);
    }

    [Fact]
    public void Read_EmptiedColumnsAtTheEnd_ArePassedOver() =>
        Read("a,b,,\n1,2,,\n3,4\n").ShouldSatisfyAllConditions(
            content => content.Problems.ShouldBeEmpty(),
            content => content.Rows.Count.ShouldBe(2));

    [Fact]
    public void Read_TooManyRows_StopsAndSaysSo()
    {
        var text = new StringBuilder("a\n").Insert(2, "1\n", CsvTable.MaximumRows);
        Read(text.ToString()).Problems.ShouldBeEmpty();

        var content = Read(text.Append("1\n").ToString());

        content.Rows.Count.ShouldBe(CsvTable.MaximumRows);
        content.Problems.Single().Message.ShouldStartWith("The file has more than 200,000 rows.");
    }

    [Fact]
    public void Read_TooBig_SaysSo()
    {
        var bytes = new byte[CsvTable.MaximumBytes + 1];
        Array.Fill(bytes, (byte)'x');

        CsvTable.Read(new ImportFile("x.csv", bytes)).Problems.Single().Message.ShouldStartWith("The file is bigger than 128 MB.");
    }

    [Fact]
    public void Read_AnyBytes_NeverThrows()
    {
        var random = new Random(20260302);
        var alphabet = "a,\"\r\n;=\0\u00e9"u8.ToArray();
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = random.GetItems(alphabet, random.Next(1, 60));

            CsvTable.Read(new ImportFile("x.csv", bytes), "a").Problems.ShouldAllBe(problem => problem.Line >= 1);
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("-5.20", "-5.20")]
    [InlineData("+44 1634 000000", "+44 1634 000000")]
    [InlineData("plain", "plain")]
    [InlineData(null, "")]
    public void Export_Cell_CannotRunAsAFormula(string? cell, string written)
    {
        var bytes = CsvExport.Write(["a", "b"], [[cell, "x"]]);

        bytes.ShouldBe([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes($"a,b\r\n{written},x\r\n")]);
    }

    private static CsvContent Read(string text, params string[] required) =>
        CsvTable.Read(new ImportFile("x.csv", Encoding.UTF8.GetBytes(text)), required);
}
