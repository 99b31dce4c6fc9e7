using System.Text.RegularExpressions;
using LambdaReports.Charts;
using Tests.Conventions;

namespace Tests.Charts;

public class RuntimeFamilyTests
{
    // Linear RGB as the three kinds of dichromats see it: Machado, Oliveira and Fernandes (2009),
    // severity 1, as published at inf.ufrgs.br/~oliveira.
    static readonly double[][,] Sight =
    [
        new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
        new[,]
        {
            { .152286, 1.052583, -.204868 },
            { .114503, .786281, .099216 },
            { -.003882, -.048116, 1.051998 },
        },
        new[,]
        {
            { .367322, .860646, -.227968 },
            { .280085, .672501, .047413 },
            { -.011820, .042940, .968881 },
        },
        new[,]
        {
            { 1.255528, -.076749, -.178779 },
            { -.078411, .930809, .147602 },
            { .004733, .691367, .303900 },
        },
    ];

    [Theory]
    [InlineData("aws-csharp2", "dotnet")]
    [InlineData("dotnet10", "dotnet")]
    [InlineData("nodejs24.x", "nodejs")]
    [InlineData("aws-nodejs6", "nodejs")]
    [InlineData("aws-javascript", "nodejs")]
    [InlineData("java8", "java")]
    [InlineData("python-go", "go")]
    [InlineData("aws-python3", "python")]
    [InlineData("cargo", "other")]
    public void A_name_tells_the_family_by_its_last_telling_word(string name, string family) =>
        Assert.Equal(family, RuntimeFamily.Of(name).Name);

    [Theory]
    [InlineData(false, "#ffffff")]
    [InlineData(true, "#15171b")]
    public void Colours_differ_for_every_sight_and_stand_out_from_their_background(
        bool dark, string paper)
    {
        var families = RuntimeFamily.All;
        double[][] colours = [.. families.Select(family => family.Colour).Select(colour =>
            Linear(dark ? OnDark(colour) : colour))];

        // WCAG 2.2, 1.4.11.
        Assert.All(colours, colour => Assert.True(Contrast(colour, Linear(paper)) >= 3));
        foreach (var sight in Sight)
        {
            double[][] seen = [.. colours.Select(colour => Lab(colour, sight))];
            for (var i = 0; i < seen.Length; i++)
            {
                for (var k = 0; k < i; k++)
                {
                    // Okabe and Ito's six reach 13 between some two.
                    var apart = Distance(seen[i], seen[k]);
                    Assert.True(apart >= 25, $"{families[i].Name} and {families[k].Name}");
                }
            }
        }
    }

    // The style sheet names the colour on a dark background by the one that it replaces.
    static string OnDark(string colour)
    {
        var styles = File.ReadAllText(Path.Combine(
            Repository.Root, "lib/LambdaReports.Notebooks/Assets/report.css"));
        return Regex.Match(styles, $"--c{colour[1..]}: (#[0-9a-f]{{6}});").Groups[1].Value;
    }

    static double[] Linear(string hex) => [.. Enumerable.Range(0, 3).Select(i =>
    {
        var value = Convert.ToInt32(hex.Substring(1 + (2 * i), 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    })];

    static double Luminance(double[] rgb) =>
        (0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]);

    static double Contrast(double[] one, double[] other)
    {
        double[] both = [Luminance(one), Luminance(other)];
        return (both.Max() + 0.05) / (both.Min() + 0.05);
    }

    // CIELAB under D65.
    static double[] Lab(double[] rgb, double[,] sight)
    {
        double[] seen = [.. Enumerable.Range(0, 3).Select(i => Math.Clamp(
            (sight[i, 0] * rgb[0]) + (sight[i, 1] * rgb[1]) + (sight[i, 2] * rgb[2]), 0, 1))];
        var x = F(((0.4124 * seen[0]) + (0.3576 * seen[1]) + (0.1805 * seen[2])) / 0.95047);
        var y = F(Luminance(seen));
        var z = F(((0.0193 * seen[0]) + (0.1192 * seen[1]) + (0.9505 * seen[2])) / 1.08883);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }

    static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16.0 / 116);

    static double Distance(double[] one, double[] other) =>
        Math.Sqrt(one.Zip(other, (a, b) => (a - b) * (a - b)).Sum());
}
