using System.Text;
using CsCheck;
using LambdaReports.Logs;
using LambdaReports.Tables;
using Tests.Conventions;
using static Tests.Tables.TableFiles;

namespace Tests.Tables;

/// <summary>A wrong table file is refused whole, in one line that says where and why.</summary>
public class WrongTableFileTests
{
    const string Good = """
        function,version,architecture,memorySizeMB,start,stream,block,blockSeconds,resolutionUs,value,n,s1,s2
        a,1,,128,warm,s,,,10,1250,2,,
        a,1,,128,warm,,,,10,3000,1,,
        a,1,,128,warm,,2023-11-14T22:13:00Z,60,10,1250,2,,
        a,1,,128,warm,s,2023-11-14T22:13:00Z,60,,,2,2500,3125000
        a,1,,128,warm,,,,,,1,3000,9000000

        """;

    static string Refusal(byte[] file)
    {
        TablesBuilder tables = new();
        var error = Assert.Throws<InvalidDataException>(() => TableFile.ReadInto(new MemoryStream(file), tables));
        Assert.Empty(tables.Build(Study.None));
        Assert.DoesNotContain('\n', error.Message);
        return error.Message;
    }

    [Fact]
    public void The_right_one_is_read() => Assert.Equal(3, TableFile.ReadInto(new MemoryStream(Encoding.UTF8.GetBytes(Good)), new()).Records);

    [Fact]
    public void The_example_of_the_documentation_is_a_table()
    {
        var example = File.ReadAllText(Path.Combine(Repository.Root, "lib/docs/table-file.md")).Split("```csv\n")[1].Split("```")[0];
        Assert.Equal(3, TableFile.ReadInto(new MemoryStream(Encoding.UTF8.GetBytes(example)), new()).Records);
    }

    [Theory]
    [InlineData("value,n,s1,s2", "value,s1,s2", "1: expected the columns function, ")]
    [InlineData("10,1250,2,,\na,1,,128,warm,,,", "10,1250,x,,\na,1,,128,warm,,,", "2: n: expected a whole number from 1 to 1000000000000; found other text")]
    [InlineData("10,3000,1", "10,3000,0", "3: n: expected a whole number from 1")]
    [InlineData("10,3000,1", "10,3000,", "3: n: expected a whole number from 1; found nothing")]
    [InlineData("10,3000,1", "10,-3000,1", "3: value: expected a whole number from 0 to 100000000000000; found \"-3000\"")]
    [InlineData("10,3000,1", "10,3.5,1", "3: value: expected a whole number from 0 to 100000000000000; found \"3.5\"")]
    [InlineData("10,3000,1", "7,3000,1", "3: resolutionUs: expected one of 1, 10; found \"7\"")]
    [InlineData("10,3000,1", ",3000,1", "3: expected value and resolutionUs with either stream or block, ")]
    [InlineData("60,10,1250", "61,10,1250", "4: blockSeconds: expected one of 1, 5, 15, 60, ")]
    [InlineData("60,10,1250", ",10,1250", "4: blockSeconds: expected the length of the block; found nothing")]
    [InlineData("22:13:00Z,60,10", "22:13:01Z,60,10", "4: block: expected the start of a block of 60 s in UTC, ")]
    [InlineData("2023-11-14T22:13:00Z,60,10", "yesterday,60,10", "4: block: expected the start of a block of 60 s in UTC, ")]
    [InlineData("warm,,2023", "warm,s,2023", "4: expected value and resolutionUs with either stream or block, ")]
    [InlineData("2500,3125000", "2500,", "5: expected value and resolutionUs with either stream or block, or s1 and s2 "
        + "without value; found function, version, memorySizeMB, start, stream, block, blockSeconds, n, s1")]
    [InlineData("2500,3125000", "-2500,3125000", "5: s1: expected a whole number from 0")]
    [InlineData("2500,3125000", "2501,3125000", "2: expected the values and the cells of a (warm), whose first row is here, to add up to the same; found n 2, s1 ")]
    [InlineData("2500,3125000", "2500,3125001", "2: expected the values and the cells of a (warm), whose first row is here, to add up to the same; found n 2, s1 ")]
    [InlineData("60,,,2,", "60,,,1,", "2: expected the values and the cells of a (warm), whose first row is here, to add up to the same; found n 2, s1 ")]
    [InlineData("warm,s,2023-11-14T22:13:00Z", "warm,s,2023-11-14T22:14:00Z", "2: expected the values and the cells of a (warm), whose first row is here, to add up to the same; found n 2, s1 ")]
    [InlineData("warm,s,2023", "warm,t,2023", "2: expected the values and the cells of a (warm), whose first row is here, to add up to the same; found n 2, s1 ")]
    [InlineData("1,3000,9000000", "1,3000", "6: expected 13 cells; found 12")]
    [InlineData("1,3000,9000000", "1,3000,90", "2: expected the values and the cells of a (warm), ")]
    [InlineData("128,warm,,,,,,1", "128,lukewarm,,,,,,1", "6: start: expected one of warm, cold, restored; found other text")]
    [InlineData("a,1,,128,warm,,,,,,1", ",1,,128,warm,,,,,,1", "6: function: expected a name; found nothing")]
    [InlineData("128,warm,,,,,,1", "lots,warm,,,,,,1", "6: memorySizeMB: expected a whole number from 0")]
    public void A_wrong_file_is_refused_with_its_line(string right, string wrong, string message)
    {
        Assert.Contains(right, Good);
        Assert.StartsWith(message, Refusal(Encoding.UTF8.GetBytes(Good.Replace(right, wrong))));
    }

    [Fact]
    public void Parquet_is_refused_with_its_row()
    {
        var rows = Collect([new(0, "s", 0, 1250, 10), new(0, "s", 1000, 1250, 10)]).Build(Study.None)
            .SelectMany(TableRow.Of).ToArray();
        using MemoryStream file = new();
        TableParquet.Write([.. rows[..^1], rows[^1] with { Count = 0 }], file);
        Assert.StartsWith($"{rows.Length}: n: expected a whole number from 1", Refusal(file.ToArray()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_cut_anywhere_is_refused_or_gives_whole_populations(bool parquet)
    {
        var file = Write(Collect([new(0, "s", 0, 1250, 10), new(0, null, null, 7, 1), new(1, "s", 1000, 1250, 10)]), parquet);
        long[] whole = parquet ? [] : [0, 2];
        for (var length = 4; length < file.Length - 2; length++)
        {
            var records = -1L;
            try
            {
                records = TableFile.ReadInto(new MemoryStream(file[..length]), new()).Records;
            }
            catch (InvalidDataException error)
            {
                Assert.DoesNotContain('\n', error.Message);
                continue;
            }

            Assert.Contains(records, whole);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Damage_is_never_another_exception(bool parquet)
    {
        var file = Write(Collect([new(0, "s", 0, 1250, 10), new(0, null, null, 7, 1), new(1, "s", 1000, 1250, 10)]), parquet);

        // Parquet's index at the end may take its time: see below.
        var last = parquet ? file.Length - 8 - BitConverter.ToInt32(file, file.Length - 8) : file.Length;
        Gen.Select(Gen.Int[4, last - 1], Gen.Byte).Array[1, 4].Sample(
            damages =>
            {
                var damaged = file.ToArray();
                Array.ForEach(damages, damage => damaged[damage.Item1] = damage.Item2);
                try
                {
                    TableFile.ReadInto(new MemoryStream(damaged), new());
                }
                catch (InvalidDataException)
                {
                    // The one that is promised.
                }
            },
            iter: 1000);
    }

    [Fact]
    public void A_damaged_index_that_has_no_end_is_given_up()
    {
        var file = Write(Collect([new(0, "s", 0, 1250, 10)]), parquet: true);
        file[^9] = 21;
        Assert.Equal("1: cannot be read past here: the file is cut or damaged; write or copy it again", Refusal(file));
    }
}
