using Medway.LocalOffer.Platform.SmallNumbers;
using Small = Medway.LocalOffer.Platform.SmallNumbers.SmallNumbers;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class SmallNumbersTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "fewer than 5")]
    [InlineData(4, "fewer than 5")]
    [InlineData(5, "5")]
    [InlineData(7, "5")]
    [InlineData(8, "10")]
    [InlineData(1233, "1,235")]
    public void Count_AsThePublicSeesIt(int count, string words) => Small.Usual.Count(count).Words.ShouldBe(words);

    [Theory]
    [InlineData(9, "fewer than 10")]
    [InlineData(10, "10")]
    public void Count_AreaByNeed_HidesMore(int count, string words) => Small.AreaByNeed.Count(count).Words.ShouldBe(words);

    [Theory]
    [InlineData(5, 9, null)]
    [InlineData(4, 40, null)]
    [InlineData(37, 40, null)]
    [InlineData(0, 40, 0)]
    [InlineData(40, 40, 100)]
    [InlineData(7, 13, 33)]
    [InlineData(20, 40, 50)]
    public void Percent_IsOfRoundedNumbers_AndNotOfFew(int part, int whole, int? percent) => Small.Usual.Percent(part, whole).ShouldBe(percent);

    [Fact]
    public void Table_OneHiddenCellInARow_HidesASecond()
    {
        var table = Small.Usual.Table([[3, 12, 40], [20, 21, 22]]);

        // 3 is small; 12 keeps it from being worked out along the row; then each column hides one more, so that neither can be along the column.
        Words(table).ShouldBe(
        [
            ["fewer than 5", "not shown", "40"],
            ["not shown", "not shown", "20"],
        ]);
        table.RowTotals.Select(total => total.Words).ShouldBe(["55", "65"]);
        table.ColumnTotals.Select(total => total.Words).ShouldBe(["25", "35", "60"]);
        table.Total.Words.ShouldBe("120");
    }

    [Fact]
    public void Table_AnyNumbers_NeverHasALineWithOneHiddenCell()
    {
        var random = new Random(20261125);
        for (var run = 0; run < 2000; run++)
        {
            var (rows, columns) = (random.Next(2, 7), random.Next(2, 7));
            var counts = Enumerable.Range(0, rows).Select(_ => (IReadOnlyList<int>)[.. Enumerable.Range(0, columns).Select(_ => random.Next(0, 14))]).ToList();

            var cells = Small.Usual.Table(counts).Cells;

            cells.ShouldAllBe(row => row.Count(cell => cell.IsHidden) != 1);
            Enumerable.Range(0, columns).ShouldAllBe(column => cells.Count(row => row[column].IsHidden) != 1);
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    (counts[row][column] is > 0 and < 5 && !cells[row][column].IsHidden).ShouldBeFalse();
                }
            }
        }
    }

    [Fact]
    public void Table_NothingSmall_ShowsEverything() =>
        Words(Small.Usual.Table([[10, 0], [15, 20]])).ShouldBe([["10", "0"], ["15", "20"]]);

    [Fact]
    public void Table_OneRow_HidesTwoAndDoesNotGiveThemAwayBelow()
    {
        var table = Small.Usual.Table([[3, 12, 0, 40]]);

        Words(table).ShouldBe([["fewer than 5", "not shown", "0", "40"]]);
        table.ColumnTotals.Select(total => total.Words).ShouldBe(["fewer than 5", "not shown", "0", "40"]);
        table.RowTotals.ShouldHaveSingleItem().Words.ShouldBe("55");
    }

    private static string[][] Words(PublicTable table) => [.. table.Cells.Select(row => row.Select(cell => cell.Words).ToArray())];
}
