namespace Up42.Interactive;

/// <summary>
/// Something a notebook cell can end with. It renders what it last knew: rendering reads no file and asks no server, and the same
/// object renders to the same text.
/// </summary>
public interface IDisplay
{
    /// <summary>The object as an HTML fragment: a static answer first, an interactive one where scripts run; it needs no network.</summary>
    string ToHtml();
}
