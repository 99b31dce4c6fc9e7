namespace LambdaReports.Logs;

/// <summary>What a path names that is not on this machine. This library has no network: a program that has one
/// says how such paths are listed and opened.</summary>
sealed record RemoteFiles
{
    /// <summary>Gives the files of a path such as <c>s3://bucket/prefix</c>; <see langword="null"/> for any other path.</summary>
    /// <remarks>One for the process, so that notebooks that it runs read the same paths.</remarks>
    internal static Func<string, RemoteFiles?>? Source { get; set; }

    /// <summary>The folder that holds them all, as a path.</summary>
    internal required string Folder { get; init; }

    internal IReadOnlyList<RemoteFile> Files { get; init; } = [];

    /// <summary>What cannot be a log.</summary>
    internal IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>Why files are missing, each in a line.</summary>
    internal IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>A file that is not on this machine.</summary>
/// <param name="FullPath">Its identity, as a path.</param>
/// <param name="DisplayPath">Relative to what was given, for messages.</param>
/// <param name="Open">Opens it, any number of times; that and reading throw a <see cref="RemoteException"/>.</param>
sealed record RemoteFile(string FullPath, string DisplayPath, Func<Stream> Open);

/// <summary>It cannot be read.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="cause">What came before, if anything did.</param>
sealed class RemoteException(string message, Exception? cause = null) : IOException(message, cause);
