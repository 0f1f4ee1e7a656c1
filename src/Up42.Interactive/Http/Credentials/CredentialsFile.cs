using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The predecessor's configuration file.</summary>
internal static class CredentialsFile
{
    public static PartialCredentials Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Read(path, document.RootElement);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Up42Exception($"The credentials file '{path}' cannot be read: {Reason(error)}.", error);
        }
        catch (JsonException error)
        {
            // The reader's message may quote the text, and with it a secret.
            throw new Up42Exception($"The credentials file '{path}' is not JSON: line {error.LineNumber + 1} breaks it.");
        }
    }

    private static PartialCredentials Read(string path, JsonElement json)
    {
        var names = CredentialNames.File(path);
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new Up42Exception($"The credentials file '{path}' is not a JSON object with {names.ProjectId} and {names.ProjectApiKey}.");
        }

        string? Value(string name) =>
            json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString())
                ? value.GetString()
                : null;
        return new()
        {
            Names = names,
            ProjectId = Value(names.ProjectId),
            ProjectApiKey = Value(names.ProjectApiKey),
            Username = Value(names.Username),
            Password = Value(names.Password),
        };
    }

    private static string Reason(Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => "the file does not exist",
        UnauthorizedAccessException => "it may not be opened",
        _ => error.Message.TrimEnd('.'),
    };
}
