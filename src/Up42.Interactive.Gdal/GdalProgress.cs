using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>Lets a cancellation token end a long call of GDAL.</summary>
internal sealed unsafe class GdalProgress : IDisposable
{
    private readonly CancellationToken _cancellationToken;
    private GCHandle _self;

    internal GdalProgress(CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _self = GCHandle.Alloc(this);
    }

    internal static delegate* unmanaged[Stdcall]<double, byte*, void*, int> Callback => &Continue;

    internal void* Data => (void*)GCHandle.ToIntPtr(_self);

    public void Dispose() => _self.Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvStdcall)])]
    private static int Continue(double complete, byte* message, void* data)
        => ((GdalProgress)GCHandle.FromIntPtr((nint)data).Target!)._cancellationToken.IsCancellationRequested || GdalCalls.AreOver ? 0 : 1;
}
