using System.ComponentModel;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Up42.Interactive.TestKit;

/// <summary>Does things as a user whom permissions bind: root may write into every folder, tests that run as root as well.</summary>
public static class PlainUser
{
    private const uint Version = 0x20080522;
    private const uint DacOverride = 1 << 1;
    private const uint DacReadSearch = 1 << 2;

    /// <summary>Does something in a thread of its own without root's rights over files (capabilities(7)); what it throws is thrown.</summary>
    /// <param name="action">What to do, in that one thread.</param>
    public static void Do(Action action)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                GiveUpRights();
                action();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
    }

    private static void GiveUpRights()
    {
        // Of each half: effective, permitted, inheritable.
        uint[] header = [Version, 0];
        var rights = new uint[6];
        Check(GetRights(header, rights));
        rights[0] &= ~(DacOverride | DacReadSearch);
        Check(SetRights(header, rights));
    }

    private static void Check(int result)
    {
        if (result != 0)
        {
            throw new Win32Exception();
        }
    }

    [DllImport("libc", EntryPoint = "capget", SetLastError = true)]
    private static extern int GetRights(uint[] header, [Out] uint[] rights);

    [DllImport("libc", EntryPoint = "capset", SetLastError = true)]
    private static extern int SetRights(uint[] header, uint[] rights);
}
