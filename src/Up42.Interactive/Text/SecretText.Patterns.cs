using System.Buffers;
using System.Text.RegularExpressions;

namespace Up42.Interactive;

/// <summary>What secrets look like.</summary>
internal static partial class SecretText
{
    private const int MinBareLength = 16;

    // What a name follows: nothing, or what is neither letter nor digit, also as URLs and JSON escape it.
    private const string Lead = """(?<lead>^|[^a-z0-9_-]|%(25)*[0-9a-f]{2}|\\u00[0-9a-f]{2})""";
    private const string Quote = """\\?(["']|%22|&quot;|\\u0022)""";

    // A list may have names and values as values of its own: {"name":"X-Api-Key","value":"…"}.
    private const string Pair = $"({Quote}),?\\s*({Quote})?value({Quote})?\\s*[:=]\\s*({Quote})";

    private const string Separator = "(?<separator>" + $"({Quote})?" + """\[?\]?\s*"""
        + """(=>?|:\s*[|>][+-]?\d?\s|:=?|->|>|&gt;|%(25)*3[DA]|\\u003[DA]|&(\#61|\#x3D|equals);)\s*"""
        + $"({Quote})?|{Pair})";
    private const string Value = """(?<value>[^&\s"'<>;,#\\]+)""";
    private const string Dash = "(-|_|%(25)*2D)?";

    // Names that say it all.
    private static readonly Pattern Named = new(
        ["signature", "credential", "token", "accessid", "accesskeyid", "key", "upload", "authorization", "passw", "passphrase", "secret"],
        Lead + "(?<name>[a-z0-9_.-]*("
        + $"x{Dash}(goog|amz){Dash}(signature|credential|security{Dash}token)|googleaccessid|awsaccesskeyid|key{Dash}pair{Dash}id|upload{Dash}id|authorization"
        + $"|(passwor[dt]|passwd|passphrase|api{Dash}key|secret|(access|refresh|id|auth|session|sas){Dash}token)({Dash}(key|value))?))"
        + Separator + Value,
        match => IsNamedSecret(match.Groups["separator"].Value, match.Groups["value"].Value));

    // Names that may be of something else: only before what looks like a secret.
    private static readonly Pattern Likely = new(
        ["key", "token", "pwd", "auth", "jwt", "assertion", "sessid", "session", "sas"],
        Lead + "(?<name>[a-z0-9_.-]*("
        + $"(account|access|private|secret|encryption|signing|subscription){Dash}key({Dash}id)?|token|pwd|auth|jwt|assertion|sess(ion)?{Dash}id|sas))"
        + Separator + Value,
        match => IsLikelySecret(match.Groups["value"].Value));

    // Commands and sentences, which have a blank alone between the name and the value.
    private static readonly Pattern Spoken = new(
        ["passw", "passphrase", "token", "key", "secret"],
        Lead + $"(?<name>(?<option>--?)?[a-z0-9_.-]*(passwor[dt]|passwd|passphrase|(?<long>token|api{Dash}key|secret|(access|account){Dash}key)))"
        + """\s+(is\s+)?["']?""" + Value,
        match => IsSpokenSecret(match, match.Groups["value"].Value));

    private static readonly Pattern User = new(
        ["-u ", "-user"],
        """(?<lead>(^|\s)(-u|--user|--proxy-user))(\s+|=)["']?[^\s"':]+:(?<value>[^\s"'<>]{6,})""",
        match => LooksRandom(match.Groups["value"].Value));

    // Names of everyday words: only as parameters, or before what looks like a secret.
    private static readonly Pattern Everyday = new(
        ["sig", "token", "policy", "key", "hmac", "hdn", "pwd", "pass", "auth", .. Assigned("code"), .. Assigned("pat")],
        """(?<lead>^|[?&#;,\s"'({\[|]|&(amp|\#38|\#x26);|%(25)*(26|3F|23|3B)|\\u00(26|3F))"""
        + "(?<name>signature|sig|token|policy|key|hmac|hdnts|hdnea|hdntl|pwd|pass|auth|code|pat)"
        + """(?<separator>=|%(25)*3D|\\u003D|&\#(61|x3D);)""" + Value,
        match => IsEverydaySecret(match.Groups["lead"].Value, match.Groups["name"].Value, match.Groups["value"].Value));

    private static readonly Pattern Header = new(
        ["bearer", "basic", "apikey", "token"],
        Lead + """(?<name>bearer|basic|apikey|token)(?<separator>(\s|%(25)*20|\+|\\u0020)+)(?<value>[a-z0-9._~+/%-]{6,}={0,2})""",
        match => IsHeaderSecret(match.Groups["name"].Value, match.Groups["value"].Value));

    // Headers whose scheme nobody need know, and cookies, the first of which takes the others along.
    private static readonly Pattern Credentials = new(
        ["authorization", "cookie"],
        Lead + """((?<name>(proxy-)?authorization)(?<separator>["']?\s*[:=]\s*["']?[a-z0-9-]+\s+)(?<value>[^\s"'<>,;]+)"""
        + """|(?<name>(set-)?cookie)(?<separator>["']?\s*:\s*["']?|""" + Pair + """)(?<value>[^\s=;"'<>]+=[^\s;"'<>]*(;\s*[^\s=;"'<>]+=[^\s;"'<>]*)*))""",
        match => match.Groups["value"] is { Length: >= MinBareLength, Value: var value } && LooksRandom(value));

    // What answers a challenge: Authorization: Digest username="jane", …, response="…".
    private static readonly Pattern Answers = new(
        ["response"],
        Lead + $"""(?<name>response)(?<separator>\s*=\s*{Quote})""" + Value,
        match => IsLikelySecret(match.Groups["value"].Value));

    // The cookies of a recorded request, whose names may be any: {"cookies":[{"name":"sid","value":"…"}]}.
    private static readonly Pattern Recorded = new(
        ["cookies"],
        Lead + $"(?<name>cookies){Quote}\\s*:\\s*\\[(?<value>[^\\]]+)",
        match => IsLikelySecret(match.Groups["value"].Value));

    // Commands that take the password with the letter for it: mysql -ps3cr3t, sshpass -p s3cr3t.
    private static readonly Pattern Attached = new(
        ["mysql", "mariadb", "sshpass", "login"],
        """(?<lead>(^|[^a-z0-9])((mysql|mariadb)[a-z_-]*\s([^\r\n]*\s)?(?-i:-p)|(sshpass|login)\s([^\r\n]*\s)?(?-i:-p)\s*))["']?(?<value>[^\s"'<>]{6,})""",
        match => LooksRandom(match.Groups["value"].Value));

    private static readonly Pattern PrivateKey = new(
        ["PRIVATE KEY-----"],
        "(?<lead>-----BEGIN [A-Z ]*PRIVATE KEY-----)(?<value>[^\"'<>]+)",
        _ => true);

    private static readonly Pattern UserInfo = new(
        ["@", "%40", "%25"],
        """(?<lead>([a-z][a-z0-9+.-]*:|^|[\s"'(=,])//)(?<value>[^/\s"'<>?#\\]*)@"""
        + """|(?<lead>[a-z][a-z0-9+.-]*://)(?<value>[^/\s"'<>?#\\:@]+:(?<path>[^/\s"'<>?#\\@]+/[^\s"'<>?#\\@]*))@"""
        + """|(?<lead>(?<jdbc>jdbc:)[a-z0-9:]+:[^\s"'<>/@]+/)(?<value>[^\s"'<>/@]+)@"""
        + """|(?<lead>%(25)*3A%(25)*2F%(25)*2F)(?<value>[^/\s"'<>?#\\&]{1,256}%(25)*3A[^/\s"'<>?#\\&]{1,256})%(25)*40""",
        match => match.Groups["path"] is { Success: true, Value: var path }
            ? !IsPort(path) && LooksRandom(path)
            : match.Groups["jdbc"].Success || IsUserInfo(match.Groups["value"].Value));

    private static readonly Pattern Known = new(
        [
            "eyJ", "ya29.", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xox", "AIza", "PLAK", "sk-", "k_live_", "npm_", "hf_",
            "pypi-AgE", "dckr_pat_", "SG.",
        ],
        Lead + """(?<value>eyJ[a-z0-9_-]{8,}(\.[a-z0-9_-]+){1,2}|ya29\.[a-z0-9_-]{8,}|gh[pousr]_[a-z0-9]{20,}|PLAK[a-f0-9]{20,}"""
        + """|github_pat_[a-z0-9_]{20,}|glpat-[a-z0-9_-]{20,}|xox[abeoprs]-[a-z0-9-]{20,}|AIza[a-z0-9_-]{35}"""
        + """|sk-(proj|ant|svcacct)-[a-z0-9_-]{20,}|[rs]k_live_[a-z0-9]{16,}|npm_[a-z0-9]{36}|hf_[a-z0-9]{30,}|pypi-AgE[a-z0-9_-]{20,}"""
        + """|dckr_pat_[a-z0-9_-]{20,}|SG\.[a-z0-9_-]{16,}\.[a-z0-9_-]{16,})""",
        _ => true);

    // In the order in which they are replaced.
    private static readonly Pattern[] Patterns =
        [Attached, Known, UserInfo, PrivateKey, Credentials, Answers, Recorded, Header, Named, Likely, Spoken, User, Everyday];

    // One fast look tells that a text holds none of them.
    private static readonly SearchValues<string> Marks =
        SearchValues.Create([.. Patterns.SelectMany(pattern => pattern.Marks)], StringComparison.OrdinalIgnoreCase);

    // Words that are in too many texts to look for by themselves.
    private static string[] Assigned(string name) => [$"{name}=", $"{name}%3D", $"{name}%25", $"{name}\\u003D", $"{name}&#"];

    private static bool IsUserInfo(string value) =>
        value.Contains(':', StringComparison.Ordinal) || value.Contains("%3A", StringComparison.OrdinalIgnoreCase)
        || value.Contains("%253A", StringComparison.OrdinalIgnoreCase) || (value.Length >= MinBareLength && LooksRandom(value));

    // A password should not have a slash of its own, but some do; after a port there is a path.
    private static bool IsPort(string path) => path[..path.IndexOf('/', StringComparison.Ordinal)].All(char.IsAsciiDigit);

    // "password: see the manual" is prose; {"password":"hunter2"} and password=hunter2 are not.
    private static bool IsNamedSecret(string separator, string value) =>
        value is not ([] or ['…', ..] or ['{' or '[', ..])
        && (IsStrong(separator) || (value.Length >= 6 && LooksRandom(value)));

    // A colon, an arrow and the end of a tag stand in prose as well, unless a quotation follows.
    private static bool IsStrong(string separator) =>
        (separator.Contains('=', StringComparison.Ordinal) || !separator.AsSpan().ContainsAny(':', '>'))
            ? !separator.EndsWith("&gt;", StringComparison.OrdinalIgnoreCase)
            : separator[^1] is '"' or '\'' or ';' or '2';

    private static bool IsLikelySecret(string value) => value.Length >= MinBareLength && LooksRandom(value);

    private static bool IsSpokenSecret(Match match, string value) =>
        value.Length >= (match.Groups["option"].Success ? 6 : match.Groups["long"].Success ? MinBareLength : 8) && LooksRandom(value);

    private static bool IsEverydaySecret(string lead, string name, string value) =>
        lead is [] or [';' or ',' or '"' or '\'' or '(' or '{' or '[' or '|'] || char.IsWhiteSpace(lead[0])
        ? value.Length >= MinBareLength && LooksRandom(value)
        : name.ToUpperInvariant() switch
        {
            "KEY" or "POLICY" or "AUTH" or "PASS" or "CODE" or "PAT" => value.Length >= MinBareLength && LooksRandom(value),
            _ => value[0] != '…',
        };

    private static bool IsHeaderSecret(string scheme, string value) => scheme.ToUpperInvariant() switch
    {
        "BASIC" => IsBase64Pair(value),
        "BEARER" => value.Length >= MinBareLength || LooksRandom(value),
        _ => value.Length >= MinBareLength && LooksRandom(value),
    };

    private static bool IsBase64Pair(string value)
    {
        var buffer = new byte[value.Length];
        var padded = value.PadRight((value.Length + 3) / 4 * 4, '=');
        return Convert.TryFromBase64String(padded, buffer, out var length) && buffer.AsSpan(0, length).Contains((byte)':');
    }

    // A word has no digits among its letters.
    private static bool LooksRandom(string value) => value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter);
}
