using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Up42.Interactive;

/// <summary>Names from archives and servers as names of files that every platform takes.</summary>
internal static class SafeFileName
{
    private const int MaxLengthInBytes = 200;
    private static readonly SearchValues<char> Reserved = SearchValues.Create("<>:\"/\\|?*");
    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>
    /// One name, without folders: reserved, control and bidirectional characters become <c>_</c>, so do dots and spaces at the end; names of devices get
    /// a <c>_</c> in front; what is too long is cut and told apart by a hash. A safe name stays as it is.
    /// </summary>
    public static string Create(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var symbol in UnsafeCharacters.Replace(name))
        {
            safe.Append(symbol is '\uFFFD' or < ' ' || Reserved.Contains(symbol) ? '_' : symbol);
        }

        for (var i = safe.Length - 1; i >= 0 && safe[i] is '.' or ' '; i--)
        {
            safe[i] = '_';
        }

        var result = safe.Length == 0 ? "_" : safe.ToString();
        result = Devices.Contains(result.Split('.')[0].TrimEnd()) ? $"_{result}" : result;
        return Encoding.UTF8.GetByteCount(result) <= MaxLengthInBytes ? result : Shortened(result, name);
    }

    /// <summary>What names have in common that some file system takes for the same: case and Unicode's ways to write a letter.</summary>
    public static string CollisionKey(string path) => path.Normalize(NormalizationForm.FormC).ToUpperInvariant();

    private static string Shortened(string safe, string original)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(original)))[..8];
        var extension = Path.GetExtension(safe) is { Length: <= 16 } short_ ? short_ : "";
        var stem = new StringBuilder();
        var left = MaxLengthInBytes - hash.Length - 1 - Encoding.UTF8.GetByteCount(extension);
        var elements = StringInfo.GetTextElementEnumerator(safe);
        while (elements.MoveNext() && (left -= Encoding.UTF8.GetByteCount(elements.GetTextElement())) >= 0)
        {
            stem.Append(elements.GetTextElement());
        }

        return $"{stem}~{hash}{extension}";
    }
}
