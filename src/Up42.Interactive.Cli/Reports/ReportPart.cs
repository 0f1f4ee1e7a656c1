namespace Up42.Interactive.Cli;

/// <summary>A display in a report.</summary>
internal static class ReportPart
{
    /// <summary>Its markup; where making it fails, a sentence in its place, so that the other parts stay.</summary>
    public static string Show(IDisplay display)
    {
        try
        {
            return display.ToHtml();
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            return Html.Format(
                $"<p class=\"u42-note\">This part is not shown: {error.GetType().Name}, {SecretText.Hide(error.Message)} Please report it.</p>").ToString();
        }
    }
}
