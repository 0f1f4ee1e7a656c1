namespace Up42.Interactive.Cli;

internal static class NotebookPage
{
    public static string Render(Notebook notebook) => notebook.Path;
}
