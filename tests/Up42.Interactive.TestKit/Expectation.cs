using System.Runtime.CompilerServices;
using Xunit;

namespace Up42.Interactive.TestKit;

/// <summary>
/// Golden files in the folder <c>Expectations</c> of a test project. Where a text differs, the text is written beside the file as
/// <c>NAME.received</c>; to accept all of them, run the tests with <c>UP42_ACCEPT=1</c>.
/// </summary>
public static class Expectation
{
    /// <summary>Compares a text with a golden file; line ends do not matter.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The file's path below <c>Expectations</c>, with forward slashes.</param>
    /// <param name="caller">The test's file; the compiler fills it in.</param>
    public static void Match(string text, string name, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(ProjectFolder(caller), "Expectations", name);
        var received = path + ".received";
        var actual = text.ReplaceLineEndings("\n");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(received);
        if (File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == actual)
        {
            return;
        }

        var accept = Environment.GetEnvironmentVariable("UP42_ACCEPT") == "1";
        File.WriteAllText(accept ? path : received, actual);
        Assert.SkipWhen(accept, $"{name} was accepted.");
        Assert.Fail($"{name} differs: compare it with {Path.GetFileName(received)} beside it, and accept with UP42_ACCEPT=1.");
    }

    private static string ProjectFolder(string file)
    {
        // A deterministic build writes /_/ in place of the repository's root.
        var path = file.StartsWith("/_/", StringComparison.Ordinal) ? Path.Combine(Samples.RepositoryRoot, file[3..]) : file;
        var folder = new DirectoryInfo(Path.GetDirectoryName(path)!);
        while (folder.GetFiles("*.csproj").Length == 0)
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"{file} is in no project.");
        }

        return folder.FullName;
    }
}
