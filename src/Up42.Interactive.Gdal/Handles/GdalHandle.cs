using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>
/// What GDAL made and we own. It is released under the conditions of <see cref="GdalScope"/> on whatever thread that happens, the finalizer's too:
/// a thread of its own to GDAL and PROJ. At the end of the process it is left to it.
/// </summary>
internal abstract class GdalHandle : SafeHandle
{
    protected GdalHandle(nint handle)
        : base(0, ownsHandle: true) => SetHandle(handle);

    public sealed override bool IsInvalid => handle == 0;

    protected sealed override bool ReleaseHandle()
    {
        if (GdalScope.TryEnter(out var scope))
        {
            using (scope)
            {
                Release(handle);
            }
        }

        return true;
    }

    protected abstract void Release(nint native);
}
