namespace Up42.Interactive;

/// <summary>Parts of paths, relative to an endpoint.</summary>
internal static class ApiPath
{
    /// <summary>A project of the analytics platform, which its other resources lie below.</summary>
    public static string Project(string projectId) => $"projects/{Segment(projectId, nameof(projectId))}";

    /// <summary>A path with a query; what has no value is left out.</summary>
    public static string WithQuery(string path, IEnumerable<(string Name, string? Value)> query)
    {
        var parts = query.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}").ToList();
        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts)}";
    }

    /// <summary>An id as one segment of a path. Dots alone would climb out of it.</summary>
    public static string Segment(string id, string parameterName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, parameterName);
        return id.Trim('.').Length > 0
            ? Uri.EscapeDataString(id.Trim())
            : throw new ArgumentException($"'{id}' is not an id.", parameterName);
    }
}
