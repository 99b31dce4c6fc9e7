using LambdaReports.Aws.Engines;
using Tests.Conventions;

namespace Tests.Aws.Engines;

/// <summary>The SQL in the docs is what the generator gives.</summary>
public class CommittedSqlTests
{
    public static TheoryData<string> Names => [.. SqlDialect.All.Select(dialect => dialect.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_committed_text_is_the_generated_one(string name)
    {
        var sql = TableSql.For(SqlDialect.All.Single(dialect => dialect.Name == name));
        var path = Path.Combine(Repository.Root, "lib/docs/engines", $"{name}.sql");
        if (!File.Exists(path) || File.ReadAllText(path) != sql)
        {
            File.WriteAllText(path + ".new", sql);
            Assert.Fail($"{path} is not what the generator gives: {path}.new is; move it there if it is right");
        }
    }
}
