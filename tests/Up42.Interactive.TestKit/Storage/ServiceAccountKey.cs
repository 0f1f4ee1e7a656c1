using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Up42.Interactive.TestKit;

/// <summary>A service account of an invented project, with a key made for it, and the check of what it signs.</summary>
public sealed class ServiceAccountKey : IDisposable
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly string _tokenAddress;

    internal ServiceAccountKey(Uri server) => _tokenAddress = new Uri(server, "token").AbsoluteUri;

    /// <summary>The account.</summary>
    public string Email { get; } = "uploader@up42-test.iam.gserviceaccount.com";

    /// <summary>The secret of the key file, one line of it.</summary>
    public string SecretLine => _key.ExportPkcs8PrivateKeyPem().Split('\n')[3];

    /// <summary>Writes the key file as Google's console makes it.</summary>
    public string WriteTo(string path)
    {
        File.WriteAllText(path, JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["type"] = "service_account",
            ["project_id"] = "up42-test",
            ["private_key_id"] = "1",
            ["private_key"] = _key.ExportPkcs8PrivateKeyPem(),
            ["client_email"] = Email,
            ["client_id"] = "1",
            ["token_uri"] = _tokenAddress,
        }));
        return path;
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    /// <summary>Whether a JSON web token was signed with the key, by this account, for Google, and asks to write.</summary>
    internal bool Signed(string assertion)
    {
        var parts = assertion.Split('.');
        if (parts.Length != 3 || !_key.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
        {
            return false;
        }

        using var claims = JsonDocument.Parse(Base64Url(parts[1]));
        string? Claim(string name) => claims.RootElement.GetProperty(name).GetString();
        return (Claim("iss"), Claim("aud"), Claim("scope")) == (
            Email, "https://oauth2.googleapis.com/token", "https://www.googleapis.com/auth/devstorage.read_write");
    }

    private static byte[] Base64Url(string text) =>
        Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));
}
