namespace LambdaReports.Aws.Engines;

/// <summary>Where an engine of SQL differs from the others.</summary>
sealed record SqlDialect
{
    /// <summary>The name of its file.</summary>
    internal required string Name { get; init; }

    /// <summary>Makes the lines readable as <c>path</c> and <c>line</c>.</summary>
    internal required string Load { get; init; }

    /// <summary>The lines, behind FROM.</summary>
    internal required string Lines { get; init; }

    /// <summary>How what follows is kept under a name.</summary>
    internal string Keep { get; init; } = "CREATE VIEW";

    /// <summary>The first group of a pattern in {0}, as a text; nothing or an empty text where it does not match.</summary>
    internal string Extract { get; init; } = "regexp_extract({0}, '{1}', 1)";

    /// <summary>A backslash in a text.</summary>
    internal string Backslash { get; init; } = "\\";

    /// <summary>The text {0} as a floating number, NULL where it is none.</summary>
    internal string Number { get; init; } = "TRY_CAST({0} AS DOUBLE)";

    /// <summary>A 64-bit type.</summary>
    internal string Whole { get; init; } = "BIGINT";

    /// <summary>A whole number of any length, of one whose square is wanted too.</summary>
    internal string Long { get; init; } = "CAST({0} AS DECIMAL(19, 0))";

    /// <summary>Seconds since 1970 of the text 2026-11-24T22:53:00, NULL where it is no time.</summary>
    internal string Seconds { get; init; } =
        "date_diff('second', TIMESTAMP '1970-01-01 00:00:00', TRY_CAST(replace({0}, 'T', ' ') AS TIMESTAMP))";

    /// <summary>The time of {0} seconds since 1970.</summary>
    internal string Time { get; init; } = "TIMESTAMP '1970-01-01 00:00:00' + {0} * INTERVAL '1' SECOND";

    /// <summary>{0} as it is written, which may be absent.</summary>
    internal string Cell { get; init; } = "{0}";

    /// <summary>Each row three times, numbered 1, 2 and 3.</summary>
    internal string Thrice { get; init; } = "CROSS JOIN UNNEST(ARRAY[1, 2, 3]) AS numbers (kind)";

    /// <summary>Between the groupings and what each population has in common.</summary>
    internal string Join { get; init; } = "JOIN";

    /// <summary>Comes before the query: what makes the groupings of all shards one.</summary>
    internal string Gather { get; init; } = "";

    /// <summary>The groupings of all shards.</summary>
    internal string Groupings { get; init; } = "groupings";

    /// <summary>Around the query, {0}: where its rows go.</summary>
    internal string Output { get; init; } = "{0}";

    internal static SqlDialect DuckDb { get; } = new()
    {
        Name = "duckdb",
        Load = "-- logs/FUNCTION/TASK/STREAM/000000.gz, as `fetch` and exports to S3 have it.",
        Lines = "read_csv('logs/*/*/*/*.gz', columns = {'line': 'VARCHAR'}, header = false, quote = '', escape = '', comment = '',\n"
            + "        delim = chr(1) || chr(2) || chr(3) || chr(4), new_line = '\\n', strict_mode = false, ignore_errors = true,\n"
            + "        filename = 'path', auto_detect = false, max_line_size = 16777216)",
        Keep = "CREATE OR REPLACE TEMPORARY TABLE",
        Output = "COPY (\n{0}\n) TO 'tables.parquet' (FORMAT parquet)",
    };

    internal static SqlDialect Athena { get; } = new()
    {
        Name = "athena",
        Load = """
            -- s3://BUCKET/FUNCTION/TASK/STREAM/000000.gz, as exports have it whose prefix is the function's name.
            CREATE EXTERNAL TABLE lines (line string)
            ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe'
            LOCATION 's3://BUCKET/';
            """,
        Lines = "(SELECT \"$path\" AS path, line FROM lines)",
    };

    internal static SqlDialect ClickHouse { get; } = new()
    {
        Name = "clickhouse",
        Load = """
            -- On each shard. The path is FUNCTION/TASK/STREAM/000000.gz; all lines of a stream go to one shard, so copies meet there.
            CREATE TABLE lines (path String, line String) ENGINE = MergeTree ORDER BY path;

            CREATE TABLE lines_all AS lines
            ENGINE = Distributed(shards, currentDatabase(), lines, cityHash64(extract(path, '([^/]+)/[^/]+$')));
            """,
        Lines = "lines",
        Extract = "extract({0}, '{1}')",
        Backslash = @"\\",
        Number = "toFloat64OrNull({0})",
        Whole = "Int64",
        Long = "toDecimal128({0}, 0)",
        Seconds = "toInt64(parseDateTimeBestEffortOrNull({0}, 'UTC'))",
        Time = "toDateTime({0}, 'UTC')",
        Cell = "ifNull(toString({0}), '')",
        Thrice = "ARRAY JOIN [1, 2, 3] AS kind",
        Join = "GLOBAL ANY INNER JOIN",
        Gather = """


            CREATE TABLE groupings_all AS groupings ENGINE = Distributed(shards, currentDatabase(), groupings);

            -- On any shard, into one file; a shard that cannot be reached is an error.
            """,
        Groupings = "groupings_all",
        Output = "{0}\nSETTINGS skip_unavailable_shards = 0\nFORMAT CSVWithNames",
    };

    internal static IReadOnlyList<SqlDialect> All { get; } = [ClickHouse, Athena, DuckDb];
}
