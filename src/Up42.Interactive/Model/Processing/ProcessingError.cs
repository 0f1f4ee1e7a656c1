using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Why a processing job failed, or why inputs will not do.</summary>
/// <param name="Name">What kind of error it is, for example <c>InvalidSchema</c>.</param>
/// <param name="Message">What the platform says of it.</param>
public sealed record ProcessingError(string Name, string Message)
{
    /// <summary>Both in one line.</summary>
    public override string ToString() => SingleLine.Format(Message.Length == 0 ? Name : $"{Name}: {Message}");

    /// <summary>The errors in a list; what is not an error in it is left out.</summary>
    internal static IReadOnlyList<ProcessingError> ParseAll(JsonElement owner) =>
    [
        .. owner.FindList("errors").Where(error => error.ValueKind == JsonValueKind.Object)
            .Select(error => new ProcessingError(error.FindText("name") ?? "Error", error.FindText("message") ?? "")),
    ];
}
