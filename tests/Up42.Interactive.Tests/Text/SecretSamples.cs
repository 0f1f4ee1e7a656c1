using System.Text.Json;

namespace Up42.Interactive.Tests.Text;

/// <summary>Secrets in the spellings that servers, logs and files have them in, and honest texts that look a little like them.</summary>
internal static partial class SecretSamples
{
    private const string Base64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>Two hundred secrets, the same in every run: hexadecimal, base64 for URLs, keys with a prefix, tokens in three parts.</summary>
    public static IReadOnlyList<string> Secrets { get; } = Create(new Random(42));

    /// <summary>A secret in each of 66 spellings.</summary>
    public static IEnumerable<string> Spell(string secret)
    {
        var signed = $"https://storage.example/a.tif?X-Goog-Credential=svc&X-Goog-Signature={secret}";
        yield return signed;
        yield return signed.Replace("&", "&amp;", StringComparison.Ordinal);
        yield return signed.Replace("&", "\\u0026", StringComparison.Ordinal);
        yield return signed.Replace("&", "&#38;", StringComparison.Ordinal);
        yield return Uri.EscapeDataString(signed);
        yield return Uri.EscapeDataString(Uri.EscapeDataString(signed));
        yield return $"https://bucket.s3.example/a?AWSAccessKeyId={secret}&Expires=1700000000";
        yield return $"https://d1.cloudfront.example/a?Policy={secret}&Signature={secret}&Key-Pair-Id={secret}";
        yield return $"https://blob.example/a?sv=2022-11-02&sp=r&sig={secret}";
        yield return $"https://app.example/callback#access_token={secret}&token_type=bearer";
        yield return $"https://api.example/tiles;access_token={secret};v=1";
        yield return $"https://user:{secret}@host.example/path";
        yield return $"https%3A%2F%2Fuser%3A{secret}%40host.example%2Fpath";
        yield return $"Authorization: Bearer {secret}";
        yield return $"the header was 'bearer {secret}', which failed";
        yield return $"Authorization: Basic {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("user:" + secret))}";
        yield return JsonSerializer.Serialize(new { access_token = secret });
        yield return JsonSerializer.Serialize(JsonSerializer.Serialize(new { password = secret }));
        yield return $"UP42_PROJECT_API_KEY={secret}";
        yield return $"api_key: {secret}";
        yield return $"client_secret = \"{secret}\"";
        yield return $"x-amz-security-token%3D{secret}";
        yield return $"https://x.example/?a=1&token={secret}";
        yield return $"X%2DAmz%2DSignature={secret}";
        yield return $"Proxy-Authorization: Negotiate {secret}";
        yield return $"Set-Cookie: a=b; session={secret}; Path=/";
        yield return $"-----BEGIN RSA PRIVATE KEY-----\n{secret}\n-----END RSA PRIVATE KEY-----";
        yield return $"password: |\n  {secret}\nuser: jane";
        yield return $"    token: >-\n      {secret}";
        foreach (var text in Configured)
        {
            yield return text.Replace("SECRET", secret, StringComparison.Ordinal);
        }
    }

    // As settings, command lines, recorded requests and connection strings have them.
    private static readonly string[] Configured =
        """
        DefaultEndpointsProtocol=https;AccountName=a;AccountKey=SECRET;EndpointSuffix=core.windows.net
        Endpoint=sb://a.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=SECRET
        BlobEndpoint=https://a.blob.example;SharedAccessSignature=sv=2022-11-02&sig=SECRET
        aws_secret_access_key = SECRET
        "private_key": "SECRET"
        Server=a;User Id=b;Pwd=SECRET;
        MYSQL_PWD=SECRET
        REDISCLI_AUTH='SECRET'
        {"auths":{"registry.example":{"auth":"SECRET"}}}
        {"name":"X-Api-Key","value":"SECRET"}
        {"name": "Cookie", "value": "session=SECRET"}
        {\"name\":\"Authorization\",\"value\":\"SECRET\"}
        <add key="ApiKey" value="SECRET" />
        <Password>SECRET</Password>
        ['password' => 'SECRET']
        password := "SECRET"
        user[password]=SECRET
        password&equals;SECRET
        fetch --password SECRET --quiet
        fetch --client-secret "SECRET"
        curl -u jane:SECRET https://api.example/
        machine api.example login jane password SECRET
        Ocp-Apim-Subscription-Key: SECRET
        PHPSESSID=SECRET; theme=dark
        //jane:SECRET@host.example/path
        git+https://oauth2:SECRET/x1@git.example/a.git
        https://api.example/?a=1%26token%253DSECRET
        Passwort=SECRET
        https://app.example/callback?code=SECRET&state=1
        https://code.example/_git/a?pat=SECRET
        mysql -u jane -pSECRET results
        sshpass -p SECRET ssh jane@host.example
        docker login -u jane -p SECRET registry.example
        jdbc:oracle:thin:jane/SECRET@db.example:1521/x
        the request with sk-proj-SECRET was refused
        Authorization: Digest username="jane", realm="a", nonce="b", uri="/c", response="SECRET"
        {"cookies":[{"name":"sid","value":"SECRET","httpOnly":true}]}
        """.Split('\n', StringSplitOptions.TrimEntries);

    private static IReadOnlyList<string> Create(Random random)
    {
        string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Base64Url[random.Next(Base64Url.Length)]));
        return [.. Enumerable.Range(0, 200).Select(index => (index % 5) switch
        {
            0 => Convert.ToHexStringLower(Enumerable.Range(0, 32).Select(_ => (byte)random.Next(256)).ToArray()),
            1 => "0" + Text(30) + "a",
            2 => $"sk-{Text(20)}7x",
            3 => $"eyJ{Text(20)}.eyJ{Text(40)}.{Text(43)}",
            _ => "AKIA" + string.Concat(Enumerable.Range(0, 15).Select(_ => Base64Url[random.Next(26)])) + "7",
        })];
    }
}
