using System.CommandLine;

namespace Up42.Interactive.Cli;

/// <summary><c>up42 sandbox</c>: what stands in for the service.</summary>
internal static class SandboxCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("sandbox", "A local UP42 to play with.") { SceneCommand.Create() };
}
