namespace Up42.Interactive;

/// <summary>
/// A notebook that can show something in the running cell and replace it later. .NET Interactive is known by itself; another host is
/// made known by <see cref="NotebookHost.Connect"/>, and then tracking and downloads show one card there that is kept up to date.
/// </summary>
public interface INotebookHost
{
    /// <summary>Shows a display in the running cell.</summary>
    /// <param name="display">What to show: its <see cref="IDisplay.ToHtml"/> as HTML, its <c>ToString()</c> as plain text.</param>
    /// <returns>What replaces it by another display, in the same place and from any thread; null where no cell is running.</returns>
    Action<IDisplay>? Show(IDisplay display);
}
