using System.Security.Cryptography;
using System.Text;

namespace Up42.Interactive.Sandbox;

/// <summary>Ids that are the same in every run: a UUID (version 8, RFC 9562) from the hash of a name.</summary>
internal static class StableId
{
    public static string Create(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
