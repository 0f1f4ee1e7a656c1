using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Up42.Interactive.Gdal;

/// <summary>Copies a UTF-8 string that GDAL keeps; nothing is freed.</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(LibraryOwnedStringMarshaller))]
internal static class LibraryOwnedStringMarshaller
{
    public static string? ConvertToManaged(nint text) => Marshal.PtrToStringUTF8(text);
}
