using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>A list of strings as GDAL takes them: options, driver names, arguments. Empty lists are null, GDAL's own convention.</summary>
internal sealed class StringListHandle : SafeHandle
{
    internal StringListHandle(IEnumerable<string> texts)
        : base(0, ownsHandle: true)
    {
        foreach (var text in texts)
        {
            SetHandle(NativeMethods.CSLAddString(handle, text));
        }
    }

    public override bool IsInvalid => handle == 0;

    internal nint Pointer => handle;

    protected override bool ReleaseHandle()
    {
        NativeMethods.CSLDestroy(handle);
        return true;
    }
}
