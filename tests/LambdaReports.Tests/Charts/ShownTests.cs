using LambdaReports.Charts;
using Microsoft.Data.Analysis;

namespace Tests.Charts;

public class ShownTests
{
    const string Hostile = "</td><script>alert(1)</script>";

    [Fact]
    public void A_data_frame_is_shown_with_equal_decimals_and_absent_cells_empty()
    {
        DataFrame frame = new(
            new StringDataFrameColumn("Function", ["go", Hostile]),
            new DoubleDataFrameColumn("MeanMs", [1.5, null]),
            new Int64DataFrameColumn("N", [36_000L, 7L]));
        Assert.Equal(
            """
            <table>
            <thead><tr><th scope="col">Function</th><th scope="col" align="right">MeanMs</th><th scope="col" align="right">N</th></tr></thead>
            <tbody>
            <tr><td>go</td><td align="right">1.500</td><td align="right">36,000</td></tr>
            <tr><td>&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;</td><td align="right"></td><td align="right">7</td></tr>
            </tbody>
            </table>
            """,
            ShownTable.Of(frame).ToHtml());
        Assert.Equal(
            """
            Function                        MeanMs       N
            go                               1.500  36,000
            </td><script>alert(1)</script>               7
            """,
            ShownTable.Of(frame).ToText());
    }

    [Fact]
    public void A_long_table_ends_with_the_number_of_rows_left_out()
    {
        var table = ShownTable.Of(Enumerable.Range(0, 1050).Select(i => i.ToString()));
        Assert.Equal(50, table.Columns[0].Cells.Count);
        Assert.EndsWith("and 1,000 more rows", table.ToText());
    }

    [Fact]
    public void Nothing_is_shown_as_none()
    {
        Assert.Equal("none", ShownTable.Of(Array.Empty<string>()).ToText());
        Assert.Equal("<p>none</p>", ShownTable.Of(new DataFrame()).ToHtml());
    }

    [Fact]
    public void Records_are_shown_by_their_properties()
    {
        Row[] rows = [new("a", "b"), new("c", "d")];
        Assert.Equal("Label  Note\na      b\nc      d", ShownTable.Of(rows).ToText());
    }

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(12.0, "12")]
    [InlineData(1.25, "1.250")]
    [InlineData(0.00012, "0.00012")]
    [InlineData(null, "")]
    [InlineData(true, "yes")]
    public void Values_are_shown_with_the_digits_that_they_carry(object? value, string text) =>
        Assert.Equal(text, CellText.Of(value));

    [Fact]
    public void Values_in_a_sentence_are_no_markdown_and_its_literal_text_is()
    {
        var sentence = Markdown.Of($"**{"a*b_<i>[x](y)"}** has n = {36_000:N0}, {1.5:0.00} ms");
        Assert.Equal(@"**a\*b\_\<i\>\[x\]\(y\)** has n = 36,000, 1.50 ms", sentence.Text);
        Assert.Equal("**a*b_<i>[x](y)** has n = 36,000, 1.50 ms", sentence.ToString());
    }

    [Fact]
    public void A_value_cannot_begin_a_heading_or_a_list()
    {
        Assert.Equal(@"\# x", Markdown.Of($"{"# x"}").Text);
        Assert.Equal(@"\- x y", Markdown.Of($"{"- x\ny"}").Text);
        Assert.Equal("aws-go", Markdown.Of($"{"aws-go"}").Text);
    }

    [Fact]
    public void A_list_has_an_item_a_line() =>
        Assert.Equal("- a\n- b", Markdown.List([Markdown.Of($"a"), Markdown.Of($"b")]).Text);
}
