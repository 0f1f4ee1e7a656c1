namespace Up42.Interactive.TestKit;

/// <summary>JupyterLab's own sanitizer, as it treats the HTML of a notebook that is not trusted.</summary>
public static class JupyterSanitizer
{
    /// <summary>What JupyterLab leaves of a markup.</summary>
    /// <param name="html">The output of a cell.</param>
    public static string Sanitize(string html) => Tool.RunWithInput("node", html, Path.Combine(AppContext.BaseDirectory, "web", "sanitize.cjs"));
}
