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

    /// <summary>A list that GDAL made and gave away.</summary>
    internal StringListHandle(nint list)
        : base(0, ownsHandle: true) => SetHandle(list);

    public override bool IsInvalid => handle == 0;

    internal nint Pointer => handle;

    internal unsafe IReadOnlyList<string> ToArray()
    {
        var texts = new List<string>();
        for (var next = (nint*)handle; next is not null && *next != 0; next++)
        {
            texts.Add(Marshal.PtrToStringUTF8(*next)!);
        }

        return texts;
    }

    protected override bool ReleaseHandle()
    {
        NativeMethods.CSLDestroy(handle);
        return true;
    }
}
