using Plotly.NET;

namespace Up42.Interactive;

/// <summary>A plot: shown in a cell, saved as a page or as a picture, and handed on as Plotly.NET's chart.</summary>
public abstract class Plot : PageDisplay
{
    private protected Plot()
    {
    }

    /// <summary>
    /// Writes the plot as one PNG picture with titles, axes and captions, without a browser. It has two pixels for each CSS pixel, so that it
    /// prints sharply, and is no larger than what it shows.
    /// </summary>
    /// <param name="path">The file. Parent folders are created, and a file of that name is replaced as a whole.</param>
    /// <returns>The file's full path.</returns>
    public string SavePng(string path) => AtomicFile.Save(path, "plot.png", ToPng());

    /// <summary>The plot as Plotly.NET's chart, to go on with.</summary>
    public abstract GenericChart ToChart();

    private protected abstract byte[] ToPng();
}
