using System.Runtime.InteropServices;

namespace Up42.Interactive.Cli;

/// <summary>Ends the process at once, without what others do at its end: that may fail, or never end.</summary>
internal static partial class ProcessExit
{
    private const nint ThisProcess = -1;

    /// <summary>Ends it.</summary>
    public static void Now(int code)
    {
        if (OperatingSystem.IsWindows())
        {
            TerminateProcess(ThisProcess, (uint)code);
        }
        else
        {
            Exit(code);
        }
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Exit(int code);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool TerminateProcess(nint process, uint code);
}
