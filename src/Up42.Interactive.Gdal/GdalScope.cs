using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>
/// The conditions under which this thread calls GDAL: no look at files beside the raster, nothing written beside it, and errors
/// collected instead of printed. All of them are of the thread, and as they were before when the scope ends: other users of GDAL may
/// live in the process.
/// </summary>
internal unsafe ref struct GdalScope
{
    private const int Failure = 3;
    private const int MaxMessages = 1000;

    private static readonly (string Key, string Value)[] Options =
    [
        ("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR"),
        ("GDAL_PAM_ENABLED", "NO"),

        // Else the rest of a truncated JPEG is grey, and nobody says so.
        ("GDAL_ERROR_ON_LIBJPEG_WARNING", "YES"),

        // Threads of GDAL's own would report errors past this thread's collector; callers bring their own threads.
        ("GDAL_NUM_THREADS", "1"),
    ];

    [ThreadStatic]
    private static int _depth;

    [ThreadStatic]
    private static List<(int Severity, string Text)>? _messages;

    [ThreadStatic]
    private static Exception? _failedFile;

    private readonly int _start;
    private readonly string?[] _previous;

    private GdalScope(int start, string?[] previous) => (_start, _previous) = (start, previous);

    /// <summary>True when a call in this scope raised an error, whatever it returned.</summary>
    internal readonly bool HasFailed => Failures.Any();

    /// <summary>The texts of the errors that calls in this scope raised.</summary>
    internal readonly IEnumerable<string> Failures => _messages![_start..].Where(message => message.Severity >= Failure).Select(message => message.Text);

    /// <summary>Whether this thread is in a scope.</summary>
    internal static bool IsEntered => _depth > 0;

    internal static GdalScope Enter()
    {
        GdalLibrary.EnsureLoaded();
        if (_depth == 0)
        {
            GdalCalls.Begin();
        }

        return Begin();
    }

    /// <summary>Enters, or does not where the process ends.</summary>
    internal static bool TryEnter(out GdalScope scope)
    {
        if (_depth == 0 && !GdalCalls.TryBegin())
        {
            scope = default;
            return false;
        }

        scope = Begin();
        return true;
    }

    /// <summary>Keeps why a <see cref="GdalVirtualFile"/> could not be read, for the call of GDAL on this thread that asked for its bytes.</summary>
    internal static void FailFile(Exception reason) => _failedFile ??= reason;

    /// <summary>Throws what a virtual file failed with, though GDAL may go on without its bytes.</summary>
    internal static void ThrowIfFileFailed()
    {
        if (_failedFile is { } reason)
        {
            _failedFile = null;
            ExceptionDispatchInfo.Throw(reason);
        }
    }

    /// <summary>The exception for a call that failed; what a virtual file failed with, where that is the reason.</summary>
    /// <param name="attempt">What was attempted, the beginning of a sentence: "Reading a.tif".</param>
    internal readonly GdalException Error(string attempt)
    {
        ThrowIfFileFailed();
        var messages = _messages![_start..];
        var text = messages.Exists(message => message.Severity >= Failure)
            ? messages.Find(message => message.Severity >= Failure).Text
            : messages.Count > 0 ? messages[^1].Text : "GDAL gives no reason";
        return new GdalException($"{attempt} failed: {text.TrimEnd('.', ' ', '\n')}.") { Details = [.. messages.Select(message => message.Text)] };
    }

    /// <summary>Throws when <paramref name="result"/>, a <c>CPLErr</c>, says that the call failed.</summary>
    internal readonly void Check(int result, string attempt)
    {
        ThrowIfFileFailed();
        if (result >= Failure)
        {
            throw Error(attempt);
        }
    }

    public readonly void Dispose()
    {
        _messages!.RemoveRange(_start, _messages.Count - _start);
        if (--_depth > 0)
        {
            return;
        }

        NativeMethods.CPLPopErrorHandler();
        for (var i = 0; i < _previous.Length; i++)
        {
            NativeMethods.CPLSetThreadLocalConfigOption(Options[i].Key, _previous[i]);
        }

        _failedFile = null;
        GdalCalls.End();
    }

    // Options and handlers cost more than most calls: an outer scope around many calls sets them once.
    private static GdalScope Begin()
    {
        _messages ??= [];
        if (_depth++ > 0)
        {
            return new GdalScope(_messages.Count, []);
        }

        var previous = new string?[Options.Length];
        for (var i = 0; i < previous.Length; i++)
        {
            previous[i] = NativeMethods.CPLGetThreadLocalConfigOption(Options[i].Key, null);
            NativeMethods.CPLSetThreadLocalConfigOption(Options[i].Key, Options[i].Value);
        }

        NativeMethods.CPLPushErrorHandlerEx(&Collect, 0);
        ProjFiles.GuardThread();
        return new GdalScope(_messages.Count, previous);
    }

    // Called by GDAL on the thread that raised the message; nothing may be thrown through native frames.
    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvStdcall)])]
    private static void Collect(int severity, int number, byte* text)
    {
        if (_messages is { Count: < MaxMessages } messages)
        {
            messages.Add((severity, Marshal.PtrToStringUTF8((nint)text) ?? string.Empty));
        }
    }
}
