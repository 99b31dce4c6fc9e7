using LambdaReports.Charts;

namespace Tests.Charts;

public class TextWidthTests
{
    [Fact]
    public void Text_is_broken_between_words_and_only_a_word_too_long_for_a_line_is_shortened()
    {
        string[] lines = [.. TextWidth.Wrap($"one two three {new string('x', 40)} four", 100, 10)];
        Assert.Equal(["one two three", "xxxxxxxx…xxxxxxx", "four"], lines);
        Assert.Empty(TextWidth.Wrap("", 100, 10));
    }

    [Fact]
    public void A_long_name_keeps_both_its_ends() =>
        Assert.Equal("prod-or…r-java", VisibleText.Shorten("prod-orders-handler-java", 14));
}
